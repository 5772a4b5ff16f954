import { CentreHome } from '@/features/centre/centre-home'
import { CentreScreen } from '@/features/centre/centre-screen'
import { usePageParams } from '@/platform/navigation/page-params'
import { usePathHash } from '@/platform/navigation/path-hash'

/** The centre `?centre=`, or all centres in which the caller has a role. An invitation's link has its code as the fragment. */
export default function CentrePage() {
  const { centre, k } = usePageParams()
  const code = usePathHash() ?? k
  return centre === undefined ? <CentreHome key={code} code={code} /> : <CentreScreen code={centre} />
}
