import { useCall } from '@/api/use-call'
import { partsFor } from '@/features/settings/settings-parts'
import { SettingsScreen } from '@/features/settings/settings-screen'
import { merchantDashboardWords } from '@/locales/shop/merchant-dashboard'
import { useReturnToPage } from '@/platform/lifecycle/use-page-visibility'
import { usePageParams } from '@/platform/navigation/page-params'
import { ManagedShopFailure } from '@/ui/notice/managed-shop-failure'
import { Page } from '@/ui/page/page'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { ShopKey } from './shop-key'

/** A page of a shop's settings: `?shop=&part=`. */
export default function SettingsPage() {
  const { shop: shopId = '', part: wanted } = usePageParams()
  const { data, failure, reload, set } = useCall<'GET /api/shops/:shopId'>('GET /api/shops/:shopId', {
    params: { shopId },
  })
  useReturnToPage(() => void reload())
  const purposes = data?.help?.purposes
  const parts = partsFor(purposes)
  const part = parts.find((one) => one === wanted) ?? parts[0]
  if (data && part)
    return (
      <SettingsScreen
        part={part}
        shop={data.shop}
        onSaved={(shop) => set({ ...data, shop })}
        keyPanel={<ShopKey shop={data.shop} />}
        purposes={purposes}
      />
    )
  return (
    <Page title={merchantDashboardWords.tabs.shop}>
      {failure ? <ManagedShopFailure failure={failure} onRetry={() => void reload()} /> : <Skeleton />}
    </Page>
  )
}
