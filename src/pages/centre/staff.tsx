import { StaffScreen } from '@/features/centre/staff/staff-screen'
import { usePageParams } from '@/platform/navigation/page-params'

/** The people of a centre: `?centre=`. */
export default function StaffPage() {
  const { centre = '' } = usePageParams()
  return <StaffScreen code={centre} />
}
