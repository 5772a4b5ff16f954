import { useRouter } from '@tarojs/taro'
import { useCall } from '@/api/use-call'
import { restart } from '@/platform/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Failed } from '@/ui/notice/failed'
import { Notice } from '@/ui/notice/notice'
import { Page } from '@/ui/page/page'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { deskWords } from '@/words/zh/desk'
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
  const gone = failure?.code === 'not-found'
  return (
    <Page title={deskWords.title}>
      {!failure && <Skeleton />}
      {failure && !gone && <Failed failure={failure} onRetry={() => void reload()} />}
      {gone && (
        <Notice icon="store" title={deskWords.goneTitle} text={deskWords.goneText}>
          <Button onPress={() => restart(urlOf('key'))}>{deskWords.useKey}</Button>
          <Button kind="line" onPress={() => restart(urlOf('home'))}>
            {deskWords.toHome}
          </Button>
        </Notice>
      )}
    </Page>
  )
}
