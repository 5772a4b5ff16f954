import { PasteScreen } from '@/features/group-buys/owner/paste-screen'
import { usePageParams } from '@/platform/navigation/page-params'

/** Pastes a list from a chat into a group buy: `?shop=&id=`. */
export default function PasteGroupBuyPage() {
  const { shop = '', id = '' } = usePageParams()
  return <PasteScreen shopId={shop} groupBuyId={id} />
}
