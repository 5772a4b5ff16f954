import { deliveryTermsWords } from '@/locales/order/delivery-terms'
import { fulfilmentIcons } from '@/ui/fulfilment/fulfilment-icons'
import { Facts, renderFact } from '../../parts/facts'
import type { SectionProps } from '../../section'
import type { DeliverySettings } from './settings'
import { deliveryWords } from './words'

/** The shop's delivery and payment methods, in plain sentences. */
export function Delivery({ settings, shop }: SectionProps<DeliverySettings>) {
  return (
    <Facts title={settings.title || deliveryWords.title}>
      {shop.fulfilments.map((kind) =>
        renderFact(fulfilmentIcons[kind], deliveryTermsWords.sending(kind, shop)),
      )}
      {renderFact('money', deliveryTermsWords.paying(shop.payments, shop.fulfilments))}
    </Facts>
  )
}
