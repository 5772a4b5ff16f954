import { View } from '@tarojs/components'
import { MAX_DELIVERY_AREA_LENGTH } from '@/domain/shop/shop'
import { settingsWords } from '@/locales/shop/settings'
import { Chip } from '@/ui/chip/chip'
import { Field } from '@/ui/field/field'
import { SettingsGroup } from './settings-group'
import type { Settings } from './use-settings'

type Amount = 'fee' | 'freeOver' | 'courierFee' | 'courierFreeOver'

function AmountField({ settings, name }: { settings: Settings; name: Amount }) {
  const { form, invalidFields, edit } = settings
  return (
    <Field
      label={settingsWords.fields[name]}
      kind="amount"
      value={form[name]}
      maxLength={10}
      hint={settingsWords.hints[name]}
      error={invalidFields.includes(name) ? settingsWords.faults[name] : undefined}
      onChange={(text) => edit({ [name]: text })}
    />
  )
}

/** The shop's delivery area, the local delivery fee and its free-delivery limit, in yuan. */
export function LocalFreightFields({ settings }: { settings: Settings }) {
  const { form, edit } = settings
  return (
    <SettingsGroup title={settingsWords.freight}>
      <Field
        label={settingsWords.fields.deliveryArea}
        value={form.deliveryArea}
        maxLength={MAX_DELIVERY_AREA_LENGTH}
        hint={settingsWords.hints.deliveryArea}
        onChange={(deliveryArea) => edit({ deliveryArea })}
      />
      <AmountField settings={settings} name="fee" />
      <AmountField settings={settings} name="freeOver" />
    </SettingsGroup>
  )
}

/** The courier fee and its free-delivery limit, in yuan; free courier is a chip, an empty fee is invalid. */
export function CourierFreightFields({ settings }: { settings: Settings }) {
  const { form, edit } = settings
  const free = form.courierFee.trim() === '0'
  return (
    <SettingsGroup title={settingsWords.courier}>
      <AmountField settings={settings} name="courierFee" />
      <View className="settings-group__do">
        <Chip
          on={free}
          onPress={() => edit(free ? { courierFee: '' } : { courierFee: '0', courierFreeOver: '' })}
        >
          {settingsWords.freeCourier}
        </Chip>
      </View>
      {!free && <AmountField settings={settings} name="courierFreeOver" />}
    </SettingsGroup>
  )
}
