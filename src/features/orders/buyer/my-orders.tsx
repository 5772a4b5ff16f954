import { Text, View } from '@tarojs/components'
import { call } from '@/api/call'
import { usePages } from '@/api/use-pages'
import type { RouteReply } from '@/contract/routes'
import { ordersWords } from '@/locales/order/orders'
import { pressable } from '@/platform/a11y/aria'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { useReloadOnReturn } from '@/platform/lifecycle/use-page-visibility'
import { go, restart } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { FailureNotice } from '@/ui/notice/failure-notice'
import { Notice } from '@/ui/notice/notice'
import { Page } from '@/ui/page/page'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { MoreButton } from '../more-button'
import { MyOrderCard } from './my-order-card'

type MyOrder = RouteReply<'GET /api/me/orders'>['items'][number]

const readMine = (cursor?: string) =>
  call('GET /api/me/orders', cursor === undefined ? {} : { query: { cursor } })

/** The user's orders as a buyer in all shops, newest first. */
export function MyOrders() {
  const pages = usePages<MyOrder>('my orders', readMine)
  const { items, failure, reload } = pages
  useReloadOnReturn(true, reload)
  const now = serverNow()
  return (
    <Page title={ordersWords.mine}>
      {!items && failure && <FailureNotice failure={failure} onRetry={() => void reload()} />}
      {!items && !failure && <Skeleton />}
      {items?.length === 0 && (
        <Notice icon="order" title={ordersWords.mineEmptyTitle} text={ordersWords.mineEmptyText}>
          <Button onPress={() => restart(urlOf('home'))}>{ordersWords.toHome}</Button>
        </Notice>
      )}
      <View className="my-orders">
        {items?.map((order) => (
          <MyOrderCard
            key={`${order.shopId} ${order.id}`}
            order={order}
            now={now}
            onOpen={() => go(urlOf('order', { shop: order.shopId, order: order.id }))}
          />
        ))}
        <MoreButton pages={pages} words={ordersWords.more} />
        {items && <PrivacyLink />}
      </View>
    </Page>
  )
}

/** The only way to the privacy page in an app of one shop, which has no home page. */
const PrivacyLink = () => (
  <View
    className="my-orders__privacy"
    {...pressable(ordersWords.privacy, () => go(urlOf('privacy')), { role: 'link' })}
  >
    <Text>{ordersWords.privacy}</Text>
  </View>
)
