import { useRouter } from '@tarojs/taro'
import { useCall } from '@/api/use-call'
import { deskWords } from '@/locales/zh-CN/merchant-dashboard'
import { OwnShopFailed } from '@/ui/notice/own-shop-failed'
import { Page } from '@/ui/page/page'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Desk } from './desk'
import { tabOf } from './desk-tabs'

/** A shop before its seller: `?shop=&tab=`. */
export default function SellerShopPage() {
  const { shop: shopId = '', tab } = useRouter().params
  const { data, failure, reload, set } = useCall<'GET /api/shops/:shopId'>('GET /api/shops/:shopId', {
    params: { shopId },
  })
  if (data)
    return (
      <Desk shop={data.shop} onShop={(shop) => set({ ...data, shop })} first={tabOf(tab)} reload={reload} />
    )
  return (
    <Page title={deskWords.title}>
      {!failure && <Skeleton />}
      {failure && <OwnShopFailed failure={failure} onRetry={() => void reload()} />}
    </Page>
  )
}
