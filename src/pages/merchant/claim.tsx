import { ClaimScreen } from '@/features/orders/claims/claim-screen'
import { usePageParams } from '@/platform/navigation/page-params'

/** The claims of an order's buyer, for both sides: `?shop=&order=`. */
export default function ClaimPage() {
  const { shop = '', order = '' } = usePageParams()
  return <ClaimScreen shopId={shop} orderId={order} />
}
