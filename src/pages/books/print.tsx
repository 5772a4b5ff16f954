import { PrintOrdersScreen } from '@/features/orders/print/print-orders-screen'
import { usePageParams } from '@/platform/navigation/page-params'

/** Prints the orders that were chosen: `?shop=`. */
export default function PrintOrdersPage() {
  const { shop = '' } = usePageParams()
  return <PrintOrdersScreen shopId={shop} />
}
