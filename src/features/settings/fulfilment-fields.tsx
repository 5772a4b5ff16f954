import { Text, View } from '@tarojs/components'
import { availablePaymentMethods } from '@/domain/available-payments'
import { type Fulfilment, fulfilments } from '@/domain/fulfilment'
import { paymentMethods } from '@/domain/payment'
import { fulfilmentNotes, fulfilmentWords } from '@/locales/fulfilment'
import { settingsWords } from '@/locales/settings'
import { aria } from '@/platform/a11y/aria'
import { Card } from '@/ui/card/card'
import { Choice } from '@/ui/choice/choice'
import { Field } from '@/ui/field/field'
import type { IconName } from '@/ui/icon/icon'
import { SettingsGroup } from './settings-group'
import type { Settings } from './use-settings'

const icons: Record<Fulfilment, IconName> = {
  local: 'truck',
  pickup: 'pickup',
  courier: 'post',
  'on-site': 'onsite',
}

/** Chooses the fulfilment kinds of the shop and lists the payment methods of each. */
export function FulfilmentFields({ settings }: { settings: Settings }) {
  const { form, invalidFields, edit } = settings
  return (
    <Card>
      <SettingsGroup title={settingsWords.sending}>
        <Kinds chosen={form.fulfilments} onChange={(chosen) => edit({ fulfilments: chosen })} />
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

interface KindsProps {
  chosen: readonly Fulfilment[]
  onChange(chosen: Fulfilment[]): void
}

function Kinds({ chosen, onChange }: KindsProps) {
  const toggle = (kind: Fulfilment) =>
    onChange(fulfilments.filter((one) => chosen.includes(one) !== (one === kind)))
  return (
    <View>
      {fulfilments.map((kind) => (
        <Choice
          key={kind}
          role="checkbox"
          icon={icons[kind]}
          words={fulfilmentWords[kind]}
          note={fulfilmentNotes[kind]}
          chosen={chosen.includes(kind)}
          onPress={() => toggle(kind)}
        />
      ))}
    </View>
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
