import { GroupBuysScreen } from '@/features/group-buys/owner/group-buys-screen'
import { usePageParams } from '@/platform/navigation/page-params'

/** The group buys of a shop: `?shop=`. */
export default function GroupBuysPage() {
  const { shop = '' } = usePageParams()
  return <GroupBuysScreen shopId={shop} />
}
