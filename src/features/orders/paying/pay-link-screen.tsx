import { Text, View } from '@tarojs/components'
import { call } from '@/api/call'
import { useCall } from '@/api/use-call'
import type { RouteReply } from '@/contract/routes'
import type { Id } from '@/domain/id'
import type { RefundState } from '@/domain/payment/refund'
import { ordersWords } from '@/locales/order/orders'
import { payForOtherWords as words } from '@/locales/payment/pay-link'
import { payingWords } from '@/locales/payment/paying'
import { heading } from '@/platform/a11y/aria'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { useReturnToPage } from '@/platform/lifecycle/use-page-visibility'
import { usePolling } from '@/platform/lifecycle/use-polling'
import { backToShop } from '@/platform/navigation/navigate'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { FailureNotice } from '@/ui/notice/failure-notice'
import { Notice } from '@/ui/notice/notice'
import { OrderLines } from '@/ui/order-lines/order-lines'
import { OrderSums } from '@/ui/order-lines/order-sums'
import { Page } from '@/ui/page/page'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { CardTitle } from '../page/card-title'
import { PayFooter } from './pay-footer'
import { usePaymentAttempts } from './payment-attempts'
import type { PaymentBody, PaymentCalls } from './use-pay-order'
import '../page/order-frame.scss'

interface PayLinkScreenProps {
  shopId: Id
  orderId: Id
  linkKey: string
}

type LinkedOrder = RouteReply<'GET /api/shops/:shopId/orders/:orderId/pay-links/:linkKey'>

const POLL_INTERVAL_MS = 15_000
const ASK_INTERVAL_MS = 4000

/** Pays an order for its buyer: what was bought, the sum, and the till. */
export function PayLinkScreen(link: PayLinkScreenProps) {
  const read = useCall('GET /api/shops/:shopId/orders/:orderId/pay-links/:linkKey', { params: link })
  const { data: order, failure, reload } = read
  const isWaiting = order?.payment.state === 'pending'
  const returned = useReturn(link, order !== undefined && !isWaiting)
  usePolling(() => void reload(), POLL_INTERVAL_MS, isWaiting)
  useReturnToPage(() => void reload())
  const show = (next: LinkedOrder | undefined) => (next ? read.set(next) : void reload())
  const foot = isWaiting ? (
    <PayFooter
      orderId={link.orderId}
      order={order}
      calls={linkedPaymentCalls(link)}
      opensAtOnce={false}
      onOrder={show}
    />
  ) : (
    order && (
      <Button kind="line" icon="store" onPress={() => backToShop(order.shop.slug)}>
        {ordersWords.toShop}
      </Button>
    )
  )
  return (
    <Page title={words.title} foot={foot}>
      {order && <LinkedOrderCards order={order} returned={returned} />}
      {!order && !failure && <Skeleton />}
      {!order && (failure?.code === 'not-found' || failure?.code === 'bad-input') && (
        <Notice icon="order" title={words.goneTitle} text={words.goneText} />
      )}
      {!order && failure && failure.code !== 'not-found' && failure.code !== 'bad-input' && (
        <FailureNotice failure={failure} onRetry={() => void reload()} />
      )}
    </Page>
  )
}

type LinkedPayment = PayLinkScreenProps & { paymentId: Id }

const putLinkedPayment = (params: LinkedPayment, body: PaymentBody) =>
  call('PUT /api/shops/:shopId/orders/:orderId/pay-links/:linkKey/attempts/:paymentId', { params, body })

const getLinkedPayment = (params: LinkedPayment) =>
  call('GET /api/shops/:shopId/orders/:orderId/pay-links/:linkKey/attempts/:paymentId', { params })

/** The payments of an order that is paid for its buyer. */
const linkedPaymentCalls = (link: PayLinkScreenProps): PaymentCalls<LinkedOrder> => ({
  begin: (paymentId, body) => putLinkedPayment({ ...link, paymentId }, body),
  ask: (paymentId) => getLinkedPayment({ ...link, paymentId }),
})

/**
 * The state of the refund of this phone's payment, if that paid nothing: it came too late, or another one was faster. Read while `isOver`:
 * the order waits for no payment any more.
 */
function useReturn(link: PayLinkScreenProps, isOver: boolean): RefundState | undefined {
  const paymentId = usePaymentAttempts(
    ({ attempts }) => attempts.find(({ orderId }) => orderId === link.orderId)?.paymentId,
  )
  const { data, reload } = useCall(
    'GET /api/shops/:shopId/orders/:orderId/pay-links/:linkKey/attempts/:paymentId',
    isOver && paymentId !== undefined ? { params: { ...link, paymentId } } : null,
    'signed-in',
  )
  usePolling(() => void reload(), ASK_INTERVAL_MS, data?.payment.state === 'open')
  useReturnToPage(() => void reload())
  return data?.payment.returned
}

interface LinkedOrderCardsProps {
  order: LinkedOrder
  returned: RefundState | undefined
}

function LinkedOrderCards({ order, returned }: LinkedOrderCardsProps) {
  const { shop, payment, payUntil } = order
  const isWaiting = payment.state === 'pending'
  return (
    <View className="order-frame">
      <Card>
        <Text className="order-frame__next" {...heading(2)}>
          {isWaiting ? words.lead(shop.name) : words.state(order, returned)}
        </Text>
        {isWaiting && <Text className="order-frame__place">{words.unsure}</Text>}
        {isWaiting && <Text className="order-frame__place">{words.refund}</Text>}
        {payUntil !== undefined && (
          <Text className="order-frame__later">{payingWords.until(payUntil, serverNow())}</Text>
        )}
      </Card>
      <Card>
        <CardTitle>{words.lines}</CardTitle>
        <OrderLines lines={order.lines} trade={shop.trade} hasTotal />
        <OrderSums {...order} kind={order.fulfilment} />
      </Card>
    </View>
  )
}
