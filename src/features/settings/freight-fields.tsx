import { View } from '@tarojs/components'
import { settingsWords } from '@/locales/shop/settings'
import { Chip } from '@/ui/chip/chip'
import { SettingField } from './setting-field'
import { SettingsGroup } from './settings-group'
import type { Settings } from './use-settings'

/** The shop's delivery area, the local delivery fee and its free-delivery limit. */
export const LocalFreightFields = ({ settings }: { settings: Settings }) => (
  <SettingsGroup title={settingsWords.freight}>
    <SettingField settings={settings} name="deliveryArea" />
    <SettingField settings={settings} name="fee" />
    <SettingField settings={settings} name="freeOver" />
  </SettingsGroup>
)

/** The courier fee and its free-delivery limit; free courier is a chip, an empty fee is invalid. */
export function CourierFreightFields({ settings }: { settings: Settings }) {
  const free = settings.form.courierFee.trim() === '0'
  const toggle = () => settings.edit(free ? { courierFee: '' } : { courierFee: '0', courierFreeOver: '' })
  return (
    <SettingsGroup title={settingsWords.courier}>
      <SettingField settings={settings} name="courierFee" />
      <View className="settings-group__do">
        <Chip on={free} onPress={toggle}>
          {settingsWords.freeCourier}
        </Chip>
      </View>
      {!free && <SettingField settings={settings} name="courierFreeOver" />}
    </SettingsGroup>
  )
}
