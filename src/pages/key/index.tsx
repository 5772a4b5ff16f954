import { useState } from 'react'
import { RestoreForm } from '@/features/key/restore-form'
import { restoreWords } from '@/locales/key'
import { usePageParams } from '@/platform/navigation/page-params'
import { takePathHash } from '@/platform/navigation/url'
import { Page } from '@/ui/page/page'

export default function KeyPage() {
  const { k } = usePageParams()
  const [firstKey] = useState(() => takePathHash() ?? k)
  return (
    <Page title={restoreWords.title}>
      <RestoreForm firstKey={firstKey} />
    </Page>
  )
}
