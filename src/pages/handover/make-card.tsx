import { MakeCardScreen } from '@/features/paper-card/make-card-screen'
import { usePageParams } from '@/platform/navigation/page-params'

/** The paper card of a shop: `?shop=`. */
export default function MakeCardPage() {
  const { shop = '' } = usePageParams()
  return <MakeCardScreen shopId={shop} />
}
