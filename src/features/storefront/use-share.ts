import { useShareAppMessage, useShareTimeline } from '@tarojs/taro'
import { sharePhotoPath } from '@/domain/photo'
import type { Product } from '@/domain/product/product'
import type { Shop } from '@/domain/shop/shop'
import { storefrontWords } from '@/locales/storefront/storefront'
import { assetUrl } from '@/platform/media/assets'
import { urlOf } from '@/routes'

/** Sets what WeChat shares for a product, with the 5:4 picture of its photo or of its shop. */
export function useProductShare(
  { name: shop, slug }: Pick<Shop, 'name' | 'slug'>,
  { id, name, photos }: Product,
) {
  const hash = photos[0]?.hash
  const title = storefrontWords.shareProduct(name, shop)
  const imageUrl = assetUrl(hash ? sharePhotoPath(hash) : `/s/${slug}/share.jpg`)
  useShareAppMessage(() => ({ title, path: urlOf('product', { slug, id }), imageUrl }))
  useShareTimeline(() => ({ title, query: `slug=${slug}&id=${id}`, imageUrl }))
}

/** Sets what WeChat shares for a shop: its name, its page and its 5:4 picture. */
export function useShare({ name, slug }: Pick<Shop, 'name' | 'slug'>) {
  const title = storefrontWords.share(name)
  const imageUrl = assetUrl(`/s/${slug}/share.jpg`)
  useShareAppMessage(() => ({ title, path: urlOf('shop', { slug }), imageUrl }))
  useShareTimeline(() => ({ title, query: `slug=${slug}`, imageUrl }))
}
