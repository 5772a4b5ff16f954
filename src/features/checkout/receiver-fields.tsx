import { View } from '@tarojs/components'
import { type Fulfilment, needsAddress } from '@/domain/fulfilment'
import { RECEIVER_MOST } from '@/domain/receiver'
import { LONGEST_PASTED } from '@/domain/receiver-parse'
import { checkoutWords } from '@/locales/zh-CN/checkout'
import { Field } from '@/ui/field/field'
import { PasteBox } from './paste-box'
import { type ReceiverDraft, tidy } from './receiver-store'
import { tooLong } from './too-long'
import type { FaultField } from './use-checkout-form'
import './receiver-fields.scss'

export interface ReceiverFieldsProps {
  kind: Fulfilment
  receiver: ReceiverDraft
  onChange(part: Partial<ReceiverDraft>): void
  /** Takes what a pasted text says beyond the receiver. */
  onNote(note: string): void
  /** What to point at, once people tried to order. */
  faults: readonly FaultField[]
  /** Where to put the cursor. */
  focus: FaultField | undefined
}

/** Where a field stands, to scroll to. */
export const partOf = (field: FaultField) => `checkout-${field}`

/**
 * The box to paste into, and the fields it fills: only those that this way of sending needs. They take more than may be
 * sent, as an address that was cut is another one; what is too long is told at once.
 */
export function ReceiverFields({ kind, receiver, onChange, onNote, faults, focus }: ReceiverFieldsProps) {
  const words = checkoutWords.receiver
  const fault = (field: 'name' | 'phone' | 'address') =>
    faults.includes(field) ? words.faults[field] : undefined
  const sent = needsAddress(kind)
  const { name, address } = tidy(receiver)
  return (
    <View className="receiver-fields">
      {sent && <PasteBox receiver={receiver} onFound={onChange} onNote={onNote} />}
      <View className="receiver-fields__short">
        <View id={partOf('name')} className="receiver-fields__name">
          <Field
            label={words.name}
            hint={sent ? undefined : words.nameAny}
            value={receiver.name}
            onChange={(name) => onChange({ name })}
            maxLength={LONGEST_PASTED}
            fault={tooLong(words.name, name, RECEIVER_MOST.name) ?? fault('name')}
            focus={focus === 'name'}
          />
        </View>
        <View id={partOf('phone')} className="receiver-fields__phone">
          <Field
            label={words.phone}
            kind="phone"
            value={receiver.phone}
            onChange={(phone) => onChange({ phone })}
            fault={fault('phone')}
            focus={focus === 'phone'}
          />
        </View>
      </View>
      {sent && (
        <View id={partOf('address')}>
          <Field
            label={words.address}
            kind="lines"
            low
            value={receiver.address}
            onChange={(address) => onChange({ address })}
            maxLength={LONGEST_PASTED}
            hint={words.addressHint}
            fault={tooLong(words.address, address, RECEIVER_MOST.address) ?? fault('address')}
            focus={focus === 'address'}
          />
        </View>
      )}
    </View>
  )
}
