import { useState } from 'react'
import { CentreHome } from '@/features/centre/centre-home'
import { CentreScreen } from '@/features/centre/centre-screen'
import { usePageParams } from '@/platform/navigation/page-params'
import { takePathHash } from '@/platform/navigation/url'

/** The centre `?centre=`, or all centres in which the caller has a role. An invitation's link has its code as the fragment. */
export default function CentrePage() {
  const { centre, k } = usePageParams()
  const [code] = useState(() => takePathHash() ?? k)
  return centre === undefined ? <CentreHome code={code} /> : <CentreScreen code={centre} />
}
