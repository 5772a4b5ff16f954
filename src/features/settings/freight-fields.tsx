import { View } from '@tarojs/components'
import { settingsWords } from '@/locales/zh-CN/settings'
import { Card } from '@/ui/card/card'
import { Chip } from '@/ui/chip/chip'
import { Field } from '@/ui/field/field'
import { SettingsGroup } from './settings-group'
import type { Settings } from './use-settings'

type Amount = 'fee' | 'freeOver' | 'courierFee' | 'courierFreeOver'

function AmountField({ settings, name }: { settings: Settings; name: Amount }) {
  const { form, faults, edit } = settings
  return (
    <Field
      label={settingsWords.fields[name]}
      kind="amount"
      value={form[name]}
      maxLength={10}
      hint={settingsWords.hints[name]}
      fault={faults.includes(name) ? settingsWords.faults[name] : undefined}
      onChange={(text) => edit({ [name]: text })}
    />
  )
}

/** What bringing costs, in yuan. */
export function LocalFields({ settings }: { settings: Settings }) {
  return (
    <Card>
      <SettingsGroup title={settingsWords.freight}>
        <AmountField settings={settings} name="fee" />
        <AmountField settings={settings} name="freeOver" />
      </SettingsGroup>
    </Card>
  )
}

/** What a parcel costs, in yuan; a free one is a choice of its own, an empty fee is not. */
export function CourierFields({ settings }: { settings: Settings }) {
  const { form, edit } = settings
  const free = form.courierFee.trim() === '0'
  return (
    <Card>
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
    </Card>
  )
}
