import { PaymentGuideScreen } from '@/features/payment-guide/payment-guide-screen'
import { usePageParams } from '@/platform/navigation/page-params'

/** The ways in which a seller can be paid: `?shop=`. */
export default function PaymentGuidePage() {
  const { shop = '' } = usePageParams()
  return <PaymentGuideScreen shopId={shop} />
}
