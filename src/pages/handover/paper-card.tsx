import { useState } from 'react'
import { readCardCode } from '@/domain/paper-card'
import { KeyPanel } from '@/features/key/key-panel'
import { UseCardScreen } from '@/features/paper-card/use-card-screen'
import { usePageParams } from '@/platform/navigation/page-params'
import { takePathHash } from '@/platform/navigation/url'

/** Brings a shop to this phone by its paper card: `#code` in a browser, else `?k=code`. */
export default function PaperCardPage() {
  const { k } = usePageParams()
  const [firstCode] = useState(() => readCardCode(takePathHash() ?? k ?? ''))
  return <UseCardScreen firstCode={firstCode} KeyRow={KeyPanel} />
}
