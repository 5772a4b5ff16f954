import { useState } from 'react'
import { RestoreForm } from '@/features/key/restore-form'
import { usePageParams } from '@/platform/navigation/page-params'
import { takePathHash } from '@/platform/navigation/url'
import { Page } from '@/ui/page/page'
import { restoreWords } from '@/words/zh/key'

export default function KeyPage() {
  const { k } = usePageParams()
  const [firstKey] = useState(() => takePathHash() ?? k)
  return (
    <Page title={restoreWords.title}>
      <RestoreForm firstKey={firstKey} />
    </Page>
  )
}
