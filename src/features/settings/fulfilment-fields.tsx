import { Text, View } from '@tarojs/components'
import { settingsWords } from '@/locales/shop/settings'
import { aria } from '@/platform/a11y/aria'
import { Field } from '@/ui/field/field'
import { FulfilmentChoices } from '@/ui/fulfilment/fulfilment-choices'
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
        <Text className="settings-group__fault" {...aria({ role: 'alert' })}>
          {settingsWords.faults.fulfilments}
        </Text>
      )}
      {form.fulfilments.includes('pickup') && (
        <Field
          label={settingsWords.fields.pickupPlace}
          value={form.pickupPlace}
          maxLength={60}
          hint={settingsWords.hints.pickupPlace}
          onChange={(pickupPlace) => edit({ pickupPlace })}
        />
      )}
    </SettingsGroup>
  )
}
