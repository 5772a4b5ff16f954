import { MyReports } from '@/features/report/my-reports'
import { ReportScreen } from '@/features/report/report-screen'
import { usePageParams } from '@/platform/navigation/page-params'

/** Reports a shop: its id is `shop`; `product` is the id of one of its products. Without a shop it lists what the person has reported. */
export default function ReportPage() {
  const { shop, product } = usePageParams()
  return shop ? <ReportScreen shopId={shop} productId={product} /> : <MyReports />
}
