import { useRef, useState } from 'react'
import type { Fulfilment } from '@/domain/order/fulfilment'
import { invalidReceiverFields, normalizeReceiver } from '@/domain/receiver/receiver'
import { MAX_PASTED_LENGTH, parsePasted } from '@/domain/receiver/receiver-parse'
import { fieldsFromPaste, latestPaste } from '@/domain/receiver/receiver-paste'
import { checkoutWords } from '@/locales/order/checkout'
import { Field } from '@/ui/field/field'
import type { ReceiverDraft } from './receiver-store'

interface PasteBoxProps {
  kind: Fulfilment
  receiver: ReceiverDraft
  onFound(found: Partial<ReceiverDraft>): void
  /** Receives the text's remaining information: extension, other phones and remarks. */
  onNote(note: string): void
}

const words = checkoutWords.receiver

/** Parses name, phone and address from a pasted text, which stays visible. */
export function PasteBox({ kind, receiver, onFound, onNote }: PasteBoxProps) {
  const [text, setText] = useState('')
  const [filled, setFilled] = useState(false)
  const lastFilled = useRef(receiver)
  const { paste, pasteHint, pasted, pastedPartly, extension, otherPhone } = words
  const missing = invalidReceiverFields(normalizeReceiver(receiver), kind).map((field) => words[field])
  const read = (typed: string) => {
    const next = latestPaste(text, typed)
    setText(next)
    const { receiver: found, extra } = parsePasted(next)
    const fields = fieldsFromPaste(found, receiver, lastFilled.current)
    setFilled(Object.keys(fields).length > 0)
    lastFilled.current = { ...lastFilled.current, ...fields }
    onFound(fields)
    const extensions = extra.extension ? [extension(extra.extension)] : []
    onNote([...extensions, ...extra.phones.map(otherPhone), ...extra.remarks].join('，'))
  }
  return (
    <Field
      label={paste}
      kind="lines"
      value={text}
      onChange={read}
      maxLength={MAX_PASTED_LENGTH}
      hint={filled ? (missing.length > 0 ? pastedPartly(missing) : pasted) : pasteHint}
    />
  )
}
