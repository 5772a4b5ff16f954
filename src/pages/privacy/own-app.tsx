import { OwnAppScreen } from '@/features/own-app/own-app-screen'
import { usePageParams } from '@/platform/navigation/page-params'

/** How far the shop's own mini-program is: `?shop=`. */
export default function OwnAppPage() {
  const { shop = '' } = usePageParams()
  return <OwnAppScreen shopId={shop} />
}
