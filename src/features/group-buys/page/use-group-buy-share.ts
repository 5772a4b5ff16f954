import { useShareAppMessage, useShareTimeline } from '@tarojs/taro'
import { sharePhotoPath } from '@/domain/photo'
import { groupBuyPageWords as words } from '@/locales/group-buy/group-buy-page'
import { assetUrl } from '@/platform/media/assets'
import { urlOf } from '@/routes'
import type { GroupBuyReply } from './group-buy-page'
import { useCurrentCard } from './use-current-card'

/** Sets what WeChat shares for a group buy: its words, how many have joined, and a 5:4 picture of its goods or its shop. */
export function useGroupBuyShare({ groupBuy, shop: { slug, name } }: GroupBuyReply) {
  const hash = groupBuy.goods.find(({ photo }) => photo)?.photo?.hash
  const title = words.shareTitle(groupBuy, name)
  const imageUrl = assetUrl(hash ? sharePhotoPath(hash) : `/s/${slug}/share.jpg`)
  const { id } = groupBuy
  useCurrentCard(slug, groupBuy)
  useShareAppMessage(() => ({ title, path: urlOf('groupBuy', { slug, id }), imageUrl }))
  useShareTimeline(() => ({ title, query: `slug=${slug}&id=${id}`, imageUrl }))
}
