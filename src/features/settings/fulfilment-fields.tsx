import { Text, View } from '@tarojs/components'
import { availablePaymentMethods } from '@/domain/available-payments'
import type { Fulfilment } from '@/domain/fulfilment'
import { paymentMethods } from '@/domain/payment'
import { settingsWords } from '@/locales/settings'
import { aria } from '@/platform/a11y/aria'
import { Card } from '@/ui/card/card'
import { Field } from '@/ui/field/field'
import { FulfilmentChoices } from '@/ui/fulfilment/fulfilment-choices'
import { SettingsGroup } from './settings-group'
import type { Settings } from './use-settings'

/** Chooses the fulfilment kinds of the shop and lists the payment methods of each. */
export function FulfilmentFields({ settings }: { settings: Settings }) {
  const { form, invalidFields, edit } = settings
  return (
    <Card>
      <SettingsGroup title={settingsWords.sending}>
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
        {form.fulfilments.length > 0 && <Paying kinds={form.fulfilments} />}
      </SettingsGroup>
    </Card>
  )
}

function Paying({ kinds }: { kinds: readonly Fulfilment[] }) {
  return (
    <View className="settings-group__paying">
      <Text className="settings-group__text">{settingsWords.paying}</Text>
      {kinds.map((kind) => (
        <Text key={kind} className="settings-group__strong">
          {settingsWords.payingHow(kind, availablePaymentMethods(kind, paymentMethods))}
        </Text>
      ))}
      <Text className="settings-group__text">{settingsWords.payingNote}</Text>
    </View>
  )
}
