import { orderAgain } from '@/features/cart/order-again'
import { NotifyMe } from '@/features/notifications/notify-me'
import { BuyerOrder } from '@/features/orders/buyer/buyer-order'
import { usePageParams } from '@/platform/navigation/page-params'
import { correctReceiver } from './correct-receiver'

/** An order, for the buyer: `?shop=&order=`, and `pay=1` to open the till at once. */
export default function OrderPage() {
  const { shop = '', order = '', pay } = usePageParams()
  return (
    <BuyerOrder
      shopId={shop}
      orderId={order}
      opensTill={pay === '1'}
      notifyMe={<NotifyMe />}
      onAgain={orderAgain}
      onReceiver={correctReceiver}
    />
  )
}
