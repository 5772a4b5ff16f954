import { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { useCall } from '@/api/use-call'
import { useUnsentReport } from '@/features/lessons/learner/report-opened'
import { dropOldDrafts } from '@/features/payment-guide/apply/application-draft-store'
import { helperShopWords } from '@/locales/shop/helper-shop'
import { merchantDashboardWords } from '@/locales/shop/merchant-dashboard'
import { restart } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { ManagedShopFailure } from '@/ui/notice/managed-shop-failure'
import { Notice } from '@/ui/notice/notice'
import { Page } from '@/ui/page/page'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { readLink } from './dashboard-link'
import { HelperDashboard } from './helper-dashboard'
import { MerchantDashboard } from './merchant-dashboard'

/**
 * The merchant dashboard of a shop: `?shop=&tab=`, with `&filter=` for some of its orders or goods, `&buyer=` or `&due=` for unpaid
 * orders of a buyer or a day, or `&order=` for an order beside the list.
 */
export default function SellerShopPage() {
  const { params } = useRouter()
  const { shop: shopId = '' } = params
  const { data, failure, reload, set } = useCall('GET /api/shops/:shopId', { params: { shopId } })
  // at the same time as the shop, though helpers get none: on a slow network it is what owners wait for
  const today = useCall('GET /api/shops/:shopId/today', { params: { shopId } })
  useUnsentReport()
  // photos of papers do not stay on a phone whose owner never opens the application again
  useEffect(() => dropOldDrafts(Date.now()), [])
  if (data?.help && failure?.code === 'not-found')
    return (
      <Page title={data.shop.name}>
        <Notice icon="clock" title={helperShopWords.over}>
          <Button onPress={() => restart(urlOf('home'))}>{merchantDashboardWords.toHome}</Button>
        </Notice>
      </Page>
    )
  if (data?.help)
    return (
      <HelperDashboard
        shop={data.shop}
        help={data.help}
        onShop={(shop) => set({ ...data, shop })}
        reload={reload}
      />
    )
  if (data)
    return (
      <MerchantDashboard
        shop={data.shop}
        today={today}
        onShop={(shop) => set({ ...data, shop })}
        link={readLink(params)}
        reload={reload}
      />
    )
  return (
    <Page title={merchantDashboardWords.title}>
      {!failure && <Skeleton />}
      {failure && <ManagedShopFailure failure={failure} onRetry={() => void reload()} />}
    </Page>
  )
}
