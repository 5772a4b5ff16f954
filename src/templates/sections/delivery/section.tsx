import type { Fulfilment } from '@/domain/fulfilment'
import { deliveryTermsWords } from '@/locales/delivery-terms'
import type { IconName } from '@/ui/icon/icon'
import { Facts, renderFact } from '../../parts/facts'
import type { SectionProps } from '../../section'
import type { DeliverySettings } from './settings'
import { deliveryWords } from './words'

const icons: Record<Fulfilment, IconName> = {
  local: 'truck',
  pickup: 'pickup',
  courier: 'post',
  'on-site': 'onsite',
}

/** The shop's delivery and payment methods, in plain sentences. */
export function Delivery({ settings, shop }: SectionProps<DeliverySettings>) {
  return (
    <Facts title={settings.title || deliveryWords.title}>
      {shop.fulfilments.map((kind) => renderFact(icons[kind], deliveryTermsWords.sending(kind, shop)))}
      {renderFact('money', deliveryTermsWords.paying(shop.payments, shop.fulfilments))}
    </Facts>
  )
}
