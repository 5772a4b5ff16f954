import { useState } from 'react'
import { LONGEST_PASTED, parseReceiver } from '@/domain/receiver-parse'
import { Field } from '@/ui/field/field'
import { checkoutWords } from '@/words/zh/checkout'
import type { ReceiverDraft } from './receiver-store'

/** Takes name, phone and address in one piece and hands over what it finds; what was pasted stays to be seen. */
export function PasteBox({ onFound }: { onFound(found: Partial<ReceiverDraft>): void }) {
  const [text, setText] = useState('')
  const [filled, setFilled] = useState(false)
  const { paste, pasteHint, pasted } = checkoutWords.receiver
  const read = (next: string) => {
    setText(next)
    const found = Object.entries(parseReceiver(next)).filter(([, value]) => value !== '')
    setFilled(found.length > 0)
    if (found.length > 0) onFound(Object.fromEntries(found))
  }
  return (
    <Field
      label={paste}
      kind="lines"
      value={text}
      onChange={read}
      maxLength={LONGEST_PASTED}
      hint={filled ? pasted : pasteHint}
    />
  )
}
