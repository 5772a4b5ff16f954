import { useRef, useState } from 'react'
import { LONGEST_PASTED, parsePasted } from '@/domain/receiver-parse'
import { fieldsFromPaste, freshPaste } from '@/domain/receiver-paste'
import { checkoutWords } from '@/locales/zh-CN/checkout'
import { Field } from '@/ui/field/field'
import type { ReceiverDraft } from './receiver-store'

interface PasteBoxProps {
  receiver: ReceiverDraft
  onFound(found: Partial<ReceiverDraft>): void
  /** Takes what the text says beyond name, phone and address. */
  onNote(note: string): void
}

/** Takes name, phone and address in one piece and hands over what it finds; what was pasted stays to be seen. */
export function PasteBox({ receiver, onFound, onNote }: PasteBoxProps) {
  const [text, setText] = useState('')
  const [filled, setFilled] = useState(false)
  const automatic = useRef(receiver)
  const { paste, pasteHint, pasted, extension, otherPhone } = checkoutWords.receiver
  const read = (typed: string) => {
    const next = freshPaste(text, typed)
    setText(next)
    const { receiver: found, extra } = parsePasted(next)
    const fields = fieldsFromPaste(found, receiver, automatic.current)
    setFilled(Object.keys(fields).length > 0)
    automatic.current = { ...automatic.current, ...fields }
    onFound(fields)
    const further = extra.extension ? [extension(extra.extension)] : []
    onNote([...further, ...extra.phones.map(otherPhone), ...extra.remarks].join('，'))
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
