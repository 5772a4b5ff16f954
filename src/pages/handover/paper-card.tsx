import { readCardCode } from '@/domain/shop/paper-card'
import { KeyPanel } from '@/features/key/key-panel'
import { UseCardScreen } from '@/features/paper-card/use-card-screen'
import { usePageParams } from '@/platform/navigation/page-params'
import { usePathHash } from '@/platform/navigation/path-hash'

/** Brings a shop to this phone by its paper card: `#code` in a browser, else `?k=code`. */
export default function PaperCardPage() {
  const { k } = usePageParams()
  const firstCode = readCardCode(usePathHash() ?? k ?? '')
  return <UseCardScreen key={firstCode} firstCode={firstCode} KeyRow={KeyPanel} />
}
