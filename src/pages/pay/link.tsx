import { PayLinkScreen } from '@/features/orders/paying/pay-link-screen'
import { usePageParams } from '@/platform/navigation/page-params'

/** An order that is paid for its buyer: `?shop=&order=&key=`. */
export default function PayLinkPage() {
  const { shop = '', order = '', key = '' } = usePageParams()
  return <PayLinkScreen shopId={shop} orderId={order} linkKey={key} />
}
