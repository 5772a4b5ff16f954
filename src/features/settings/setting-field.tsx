import { MAX_DELIVERY_AREA_LENGTH } from '@/domain/shop/shop'
import { settingsWords } from '@/locales/shop/settings'
import { Field } from '@/ui/field/field'
import type { Settings } from './use-settings'

const inputs = {
  name: { maxLength: 20 },
  phone: { kind: 'phone', maxLength: 20 },
  wechatId: { maxLength: 20 },
  place: { maxLength: 30 },
  notice: { kind: 'lines', maxLength: 60 },
  pickupPlace: { maxLength: 60 },
  deliveryArea: { maxLength: MAX_DELIVERY_AREA_LENGTH },
  fee: { kind: 'amount', maxLength: 10 },
  freeOver: { kind: 'amount', maxLength: 10 },
  courierFee: { kind: 'amount', maxLength: 10 },
  courierFreeOver: { kind: 'amount', maxLength: 10 },
} as const

interface SettingFieldProps {
  settings: Settings
  name: keyof typeof inputs
}

/** A setting that is typed; amounts are in yuan. */
export function SettingField({ settings: { form, invalidFields, edit }, name }: SettingFieldProps) {
  const invalid = invalidFields.find((field) => field === name)
  return (
    <Field
      {...inputs[name]}
      label={settingsWords.fields[name]}
      value={form[name]}
      hint={settingsWords.hints[name]}
      error={invalid && settingsWords.errors[invalid]}
      onChange={(text) => edit({ [name]: text })}
    />
  )
}
