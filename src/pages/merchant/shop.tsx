import { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { useCall } from '@/api/use-call'
import { dropOldDrafts } from '@/features/payment-guide/apply/application-draft-store'
import { merchantDashboardWords } from '@/locales/merchant-dashboard'
import { ManagedShopFailure } from '@/ui/notice/managed-shop-failure'
import { Page } from '@/ui/page/page'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { parseTab } from './dashboard-tabs'
import { MerchantDashboard } from './merchant-dashboard'

/** The merchant dashboard of a shop: `?shop=&tab=`. */
export default function SellerShopPage() {
  const { shop: shopId = '', tab } = useRouter().params
  const { data, failure, reload, set } = useCall<'GET /api/shops/:shopId'>('GET /api/shops/:shopId', {
    params: { shopId },
  })
  // photos of papers do not stay on a phone whose owner never opens the application again
  useEffect(() => dropOldDrafts(Date.now()), [])
  if (data)
    return (
      <MerchantDashboard
        shop={data.shop}
        onShop={(shop) => set({ ...data, shop })}
        first={parseTab(tab)}
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
