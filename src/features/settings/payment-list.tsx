import { Text } from '@tarojs/components'
import { availablePaymentMethods } from '@/domain/payment/available-payments'
import { isPaidInPerson, keepOrder, paymentMethods } from '@/domain/payment/payment'
import type { ManagedShop } from '@/domain/shop/shop'
import { paymentGuideWords } from '@/locales/payment/payment-guide'
import { settingsWords } from '@/locales/shop/settings'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { SettingsGroup } from './settings-group'

/** The payment methods of each fulfilment kind, and the way to those that are paid online. */
export function PaymentList({ shop }: { shop: ManagedShop }) {
  const online = shop.payments.filter((method) => !isPaidInPerson(method))
  const methods = keepOrder(shop.payments, [...paymentMethods.filter(isPaidInPerson), ...online])
  return (
    <SettingsGroup>
      {shop.fulfilments.map((kind) => (
        <Text key={kind} className="settings-group__strong">
          {settingsWords.payingHow(kind, availablePaymentMethods(kind, methods, online))}
        </Text>
      ))}
      <Text className="settings-group__text">{settingsWords.payingNote(online.length > 0)}</Text>
      <Button kind="line" onPress={() => go(urlOf('payments', { shop: shop.id }))}>
        {paymentGuideWords.open(online.length > 0)}
      </Button>
    </SettingsGroup>
  )
}
