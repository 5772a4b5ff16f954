import { HelpLogScreen } from '@/features/handover/log/help-log-screen'
import { usePageParams } from '@/platform/navigation/page-params'

/** Help in a shop and what helpers did, for its owner: `?shop=`. */
export default function HelpLogPage() {
  const { shop = '' } = usePageParams()
  return <HelpLogScreen shopId={shop} />
}
