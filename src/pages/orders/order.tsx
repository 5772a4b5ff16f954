import { BuyerOrder } from '@/features/orders/buyer-order'
import { usePageParams } from '@/platform/navigation/page-params'

/** An order, for the buyer: `?shop=&order=`. */
export default function OrderPage() {
  const { shop = '', order = '' } = usePageParams()
  return <BuyerOrder shopId={shop} orderId={order} />
}
