import { AskPaymentScreen } from '@/features/orders/paying/ask-payment-screen'
import { usePageParams } from '@/platform/navigation/page-params'

/** Asks somebody else to pay an order: `?shop=&order=`. */
export default function AskPaymentPage() {
  const { shop = '', order = '' } = usePageParams()
  return <AskPaymentScreen shopId={shop} orderId={order} />
}
