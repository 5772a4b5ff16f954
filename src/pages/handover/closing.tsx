import { ClosingScreen } from '@/features/closing/closing-screen'
import { ShopExport } from '@/features/settings/shop-export'
import { usePageParams } from '@/platform/navigation/page-params'

/** Closing a shop for good: `?shop=`. */
export default function ClosingPage() {
  const { shop = '' } = usePageParams()
  return <ClosingScreen shopId={shop} copy={<ShopExport shopId={shop} />} />
}
