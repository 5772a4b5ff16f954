import { Text, View } from '@tarojs/components'
import type { Fulfilment } from '@/domain/order/fulfilment'
import { availablePaymentMethods } from '@/domain/payment/available-payments'
import { isPaidInPerson, keepOrder, paymentMethods } from '@/domain/payment/payment'
import type { ManagedShop } from '@/domain/shop/shop'
import { paymentGuideWords } from '@/locales/payment/payment-guide'
import { settingsWords } from '@/locales/shop/settings'
import { aria } from '@/platform/a11y/aria'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Field } from '@/ui/field/field'
import { FulfilmentChoices } from '@/ui/fulfilment/fulfilment-choices'
import { SettingsGroup } from './settings-group'
import type { Settings } from './use-settings'

interface FulfilmentFieldsProps {
  shop: Pick<ManagedShop, 'id' | 'payments'>
  settings: Settings
}

/** Chooses the fulfilment kinds of the shop and lists the payment methods of each. */
export function FulfilmentFields({ shop, settings }: FulfilmentFieldsProps) {
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
        {form.fulfilments.length > 0 && <Paying shop={shop} kinds={form.fulfilments} />}
      </SettingsGroup>
    </Card>
  )
}

interface PayingProps {
  shop: FulfilmentFieldsProps['shop']
  kinds: readonly Fulfilment[]
}

function Paying({ shop, kinds }: PayingProps) {
  const online = shop.payments.filter((method) => !isPaidInPerson(method))
  const methods = keepOrder(shop.payments, [...paymentMethods.filter(isPaidInPerson), ...online])
  return (
    <View className="settings-group__paying">
      <Text className="settings-group__text">{settingsWords.paying}</Text>
      {kinds.map((kind) => (
        <Text key={kind} className="settings-group__strong">
          {settingsWords.payingHow(kind, availablePaymentMethods(kind, methods, online))}
        </Text>
      ))}
      <Text className="settings-group__text">{settingsWords.payingNote(online.length > 0)}</Text>
      <Button kind="line" size="small" onPress={() => go(urlOf('payments', { shop: shop.id }))}>
        {paymentGuideWords.open(online.length > 0)}
      </Button>
    </View>
  )
}
