import { HiddenPartsScreen } from '@/features/hidden-parts/hidden-parts-screen'
import { usePageParams } from '@/platform/navigation/page-params'

/** What others do not see of a shop: `?shop=`. */
export default function HiddenPartsPage() {
  const { shop = '' } = usePageParams()
  return <HiddenPartsScreen shopId={shop} />
}
