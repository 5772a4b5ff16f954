import { EditScreen } from '@/features/group-buys/owner/edit-screen'
import { usePageParams } from '@/platform/navigation/page-params'

/** Writes a group buy: `?shop=&id=`, with `&copy=` of one that is copied. */
export default function EditGroupBuyPage() {
  const { shop = '', id = '', copy } = usePageParams()
  return <EditScreen shopId={shop} groupBuyId={id} copyOf={copy} />
}
