import { Text, View } from '@tarojs/components'
import { availablePaymentMethods } from '@/domain/available-payments'
import type { Fulfilment } from '@/domain/fulfilment'
import type { Id } from '@/domain/id'
import { paymentMethods } from '@/domain/payment'
import { paymentGuideWords } from '@/locales/payment-guide'
import { settingsWords } from '@/locales/settings'
import { aria } from '@/platform/a11y/aria'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Field } from '@/ui/field/field'
import { FulfilmentChoices } from '@/ui/fulfilment/fulfilment-choices'
import { SettingsGroup } from './settings-group'
import type { Settings } from './use-settings'

/** Chooses the fulfilment kinds of the shop and lists the payment methods of each. */
export function FulfilmentFields({ shopId, settings }: { shopId: Id; settings: Settings }) {
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
        {form.fulfilments.length > 0 && <Paying shopId={shopId} kinds={form.fulfilments} />}
      </SettingsGroup>
    </Card>
  )
}

function Paying({ shopId, kinds }: { shopId: Id; kinds: readonly Fulfilment[] }) {
  return (
    <View className="settings-group__paying">
      <Text className="settings-group__text">{settingsWords.paying}</Text>
      {kinds.map((kind) => (
        <Text key={kind} className="settings-group__strong">
          {settingsWords.payingHow(kind, availablePaymentMethods(kind, paymentMethods))}
        </Text>
      ))}
      <Text className="settings-group__text">{settingsWords.payingNote}</Text>
      <Button kind="line" size="small" onPress={() => go(urlOf('payments', { shop: shopId }))}>
        {paymentGuideWords.open}
      </Button>
    </View>
  )
}
