import { MoneyScreen } from '@/features/money/money-screen'
import { usePageParams } from '@/platform/navigation/page-params'

/** A seller's money by month: `?shop=`. */
export default function MoneyPage() {
  const { shop = '' } = usePageParams()
  return <MoneyScreen shopId={shop} />
}
