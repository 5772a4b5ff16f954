import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { type Fulfilment, needsAddress } from '@/domain/order/fulfilment'
import {
  invalidReceiverFields,
  MAX_RECEIVER_LENGTHS,
  normalizeReceiver,
  type ReceiverField as ReceiverTextField,
} from '@/domain/receiver/receiver'
import { MAX_PASTED_LENGTH, parsePasted } from '@/domain/receiver/receiver-parse'
import { fieldsFromPaste, latestPaste } from '@/domain/receiver/receiver-paste'
import { countCharacters } from '@/domain/text'
import { checkoutWords } from '@/locales/order/checkout'
import { Field, type FieldProps } from '@/ui/field/field'
import type { CheckoutField } from '../use-checkout-form'
import type { ReceiverDraft } from './receiver-store'
import './receiver-fields.scss'

export interface ReceiverFieldsProps {
  kind: Fulfilment
  receiver: ReceiverDraft
  onChange(part: Partial<ReceiverDraft>): void
  /** Receives what a pasted text contains besides the receiver. */
  onNote(note: string): void
  /** The fields to mark as invalid, once the buyer has tried to order. */
  invalidFields: readonly CheckoutField[]
  /** The field to focus. */
  focus: CheckoutField | undefined
}

const words = checkoutWords.receiver

/** Returns an error message if a text has more than `max` characters. */
export function lengthError(label: string, text: string, max: number): string | undefined {
  const count = countCharacters(text)
  return count > max ? checkoutWords.tooLong(label, max, count) : undefined
}

/** Returns the element id of a field, or of the message above the form, used to scroll to it. */
export const fieldId = (field: CheckoutField | 'top') => `checkout-${field}`

/**
 * The paste box and the receiver fields that the fulfilment kind needs. The fields accept more text than the server
 * does and show an error, because a truncated address would be a wrong one.
 */
export function ReceiverFields({
  kind,
  receiver,
  onChange,
  onNote,
  invalidFields,
  focus,
}: ReceiverFieldsProps) {
  const hasAddress = needsAddress(kind)
  const { name, address } = normalizeReceiver(receiver)
  const fieldOf = (field: ReceiverTextField): ReceiverFieldProps => ({
    field,
    value: receiver[field],
    onChange: (value) => onChange({ [field]: value }),
    invalid: invalidFields.includes(field),
    focus: focus === field,
  })
  return (
    <View className="receiver-fields">
      {hasAddress && <PasteBox kind={kind} receiver={receiver} onFound={onChange} onNote={onNote} />}
      <View className="receiver-fields__short">
        <View id={fieldId('name')} className="receiver-fields__name">
          <ReceiverField
            {...fieldOf('name')}
            hint={hasAddress ? undefined : words.nameAny}
            maxLength={MAX_PASTED_LENGTH}
            error={lengthError(words.name, name, MAX_RECEIVER_LENGTHS.name)}
          />
        </View>
        <View id={fieldId('phone')} className="receiver-fields__phone">
          <ReceiverField {...fieldOf('phone')} kind="phone" />
        </View>
      </View>
      {hasAddress && (
        <View id={fieldId('address')}>
          <ReceiverField
            {...fieldOf('address')}
            kind="lines"
            low
            maxLength={MAX_PASTED_LENGTH}
            hint={words.addressHint}
            error={lengthError(words.address, address, MAX_RECEIVER_LENGTHS.address)}
          />
        </View>
      )}
    </View>
  )
}

interface ReceiverFieldProps extends Omit<FieldProps, 'label'> {
  field: ReceiverTextField
  /** The field is missing or wrong; an `error` is shown rather than this. */
  invalid: boolean
}

function ReceiverField({ field, invalid, error, ...props }: ReceiverFieldProps) {
  return (
    <Field {...props} label={words[field]} error={error ?? (invalid ? words.errors[field] : undefined)} />
  )
}

interface PasteBoxProps {
  kind: Fulfilment
  receiver: ReceiverDraft
  onFound(found: Partial<ReceiverDraft>): void
  /** Receives the text's remaining information: extension, other phones and remarks. */
  onNote(note: string): void
}

/** Parses name, phone and address from a pasted text, which stays visible. */
function PasteBox({ kind, receiver, onFound, onNote }: PasteBoxProps) {
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
