import { Text, View } from '@tarojs/components'
import { settingsWords } from '@/locales/shop/settings'
import { aria } from '@/platform/a11y/aria'
import { FulfilmentChoices } from '@/ui/fulfilment/fulfilment-choices'
import { SettingField } from './setting-field'
import { SettingsGroup } from './settings-group'
import type { Settings } from './use-settings'

/** Chooses the fulfilment kinds of the shop. */
export function FulfilmentFields({ settings }: { settings: Settings }) {
  const { form, invalidFields, edit } = settings
  return (
    <SettingsGroup>
      <View>
        <FulfilmentChoices
          chosen={form.fulfilments}
          onToggle={(_, toggled) => edit({ fulfilments: toggled })}
        />
      </View>
      {invalidFields.includes('fulfilments') && (
        <Text className="settings-group__error" {...aria({ role: 'alert' })}>
          {settingsWords.errors.fulfilments}
        </Text>
      )}
      {form.fulfilments.includes('pickup') && <SettingField settings={settings} name="pickupPlace" />}
    </SettingsGroup>
  )
}
