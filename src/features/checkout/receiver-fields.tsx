import { View } from '@tarojs/components'
import { type Fulfilment, needsAddress } from '@/domain/fulfilment'
import { Field } from '@/ui/field/field'
import { checkoutWords } from '@/words/zh/checkout'
import { PasteBox } from './paste-box'
import type { ReceiverDraft } from './receiver-store'
import type { FaultField } from './use-checkout-form'
import './receiver-fields.scss'

export interface ReceiverFieldsProps {
  kind: Fulfilment
  receiver: ReceiverDraft
  onChange(part: Partial<ReceiverDraft>): void
  /** What to point at, once people tried to order. */
  faults: readonly FaultField[]
  /** Where to put the cursor. */
  focus: FaultField | undefined
}

/** Where a field stands, to scroll to. */
export const partOf = (field: FaultField) => `checkout-${field}`

/** The box to paste into, and the fields it fills: only those that this way of sending needs. */
export function ReceiverFields({ kind, receiver, onChange, faults, focus }: ReceiverFieldsProps) {
  const words = checkoutWords.receiver
  const fault = (field: 'name' | 'phone' | 'address') =>
    faults.includes(field) ? words.faults[field] : undefined
  const sent = needsAddress(kind)
  return (
    <View className="receiver-fields">
      {sent && <PasteBox onFound={onChange} />}
      <View className="receiver-fields__short">
        <View id={partOf('name')} className="receiver-fields__name">
          <Field
            label={words.name}
            hint={sent ? undefined : words.nameAny}
            value={receiver.name}
            onChange={(name) => onChange({ name })}
            maxLength={20}
            fault={fault('name')}
            focus={focus === 'name'}
          />
        </View>
        <View id={partOf('phone')} className="receiver-fields__phone">
          <Field
            label={words.phone}
            kind="phone"
            value={receiver.phone}
            onChange={(phone) => onChange({ phone })}
            maxLength={20}
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
            maxLength={120}
            hint={words.addressHint}
            fault={fault('address')}
            focus={focus === 'address'}
          />
        </View>
      )}
    </View>
  )
}
