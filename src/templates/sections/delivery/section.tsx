import type { Fulfilment } from '@/domain/fulfilment'
import { sectionWords } from '@/locales/zh-CN/sections'
import type { IconName } from '@/ui/icon/icon'
import { Facts, renderFact } from '../../parts/facts'
import type { SectionProps } from '../../section'
import type { DeliverySettings } from './settings'

const icons: Record<Fulfilment, IconName> = {
  local: 'truck',
  pickup: 'pickup',
  courier: 'post',
  'on-site': 'onsite',
}

/** The shop's delivery and payment methods, in plain sentences. */
export function Delivery({ settings, shop }: SectionProps<DeliverySettings>) {
  const words = sectionWords.delivery
  return (
    <Facts title={settings.title || words.title}>
      {shop.fulfilments.map((kind) => renderFact(icons[kind], words.sending(kind, shop)))}
      {renderFact('money', words.paying(shop.payments, shop.fulfilments))}
    </Facts>
  )
}
