import { ReportScreen } from '@/features/report/report-screen'
import { usePageParams } from '@/platform/navigation/page-params'

/** Reports a shop: its id is `shop`; `product` is the id of one of its products. */
export default function ReportPage() {
  const { shop = '', product } = usePageParams()
  return <ReportScreen shopId={shop} productId={product} />
}
