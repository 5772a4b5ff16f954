import { useEffect } from 'react'
import { call } from '@/api/call'
import { type GroupBuy, hasCurrentCard } from '@/domain/group-buy/group-buy'
import { share } from '@/platform/device/share'
import { embeddedShop } from '@/platform/embedded-shop/embedded-shop'
import { serverNow } from '@/platform/lifecycle/server-clock'

/** Has WeChat keep the cards current that are sent from this page. Activities belong to the mini-program with many shops. */
export function useCurrentCard(slug: string, groupBuy: GroupBuy | undefined): void {
  const groupBuyId = groupBuy?.id
  const isKept =
    share.byButton && !embeddedShop() && groupBuy !== undefined && hasCurrentCard(groupBuy, serverNow())
  useEffect(() => {
    if (!isKept || groupBuyId === undefined) return
    let isShown = true
    const params = { slug, groupBuyId }
    void call('GET /api/storefronts/:slug/group-buys/:groupBuyId/message', { params }).then((result) => {
      // cards are plain ones without an activity
      if (!isShown || !result.ok || result.data.activityId === undefined) return
      const { activityId, entries = 0, limit = 0 } = result.data
      share.setCurrentCard({ activityId, entries, limit })
    })
    return () => {
      isShown = false
      share.setCurrentCard(null)
    }
  }, [slug, groupBuyId, isKept])
}
