import { RestoreForm } from '@/features/key/restore-form'
import { restoreWords } from '@/locales/shop/key'
import { usePageParams } from '@/platform/navigation/page-params'
import { usePathHash } from '@/platform/navigation/path-hash'
import { Page } from '@/ui/page/page'

export default function KeyPage() {
  const { k } = usePageParams()
  const firstKey = usePathHash() ?? k
  return (
    <Page title={restoreWords.title}>
      <RestoreForm key={firstKey} firstKey={firstKey} />
    </Page>
  )
}
