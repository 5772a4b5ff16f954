import { useShareAppMessage, useShareTimeline } from '@tarojs/taro'
import type { Shop } from '@/domain/shop'
import { storefrontWords } from '@/locales/storefront'
import { assetUrl } from '@/platform/media/assets'
import { urlOf } from '@/routes'

/** Sets what WeChat shares for a shop: its name, its page and its 5:4 picture. */
export function useShare({ name, slug }: Pick<Shop, 'name' | 'slug'>) {
  const title = storefrontWords.share(name)
  const imageUrl = assetUrl(`/s/${slug}/share.jpg`)
  useShareAppMessage(() => ({ title, path: urlOf('shop', { slug }), imageUrl }))
  useShareTimeline(() => ({ title, query: `slug=${slug}`, imageUrl }))
}
