import { JoinScreen } from '@/features/lessons/learner/join/join-screen'
import { usePageParams } from '@/platform/navigation/page-params'

/** Joining a lesson: `?n=4827`, or without the number. */
export default function JoinPage() {
  const { n = '' } = usePageParams()
  return <JoinScreen scanned={n} />
}
