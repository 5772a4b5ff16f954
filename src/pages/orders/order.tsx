import { normalizeReceiver, type Receiver, receiverFields } from '@/domain/receiver/receiver'
import { orderAgain } from '@/features/cart/order-again'
import { useReceiver } from '@/features/checkout/receiver/receiver-store'
import { NotifyMe } from '@/features/notifications/notify-me'
import { BuyerOrder } from '@/features/orders/buyer/buyer-order'
import { usePageParams } from '@/platform/navigation/page-params'

const complete = ({ name, phone, address = '' }: Receiver) => normalizeReceiver({ name, phone, address })

/** Changes the receiver that is stored for the next order like that of an order: the fields that are stored as they were there. */
function correctReceiver(former: Receiver, changed: Receiver): void {
  const { receiver, change } = useReceiver.getState()
  const stored = complete(receiver)
  const before = complete(former)
  const after = complete(changed)
  const fields = receiverFields.filter(
    (field) => after[field] !== before[field] && stored[field] === before[field],
  )
  if (fields.length > 0) change(Object.fromEntries(fields.map((field) => [field, after[field]])))
}

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
