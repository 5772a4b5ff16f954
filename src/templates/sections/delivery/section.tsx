import type { Fulfilment } from '@/domain/fulfilment'
import { sectionWords } from '@/locales/zh-CN/sections'
import type { IconName } from '@/ui/icon/icon'
import { Facts, fact } from '../../parts/facts'
import type { SectionProps } from '../../section'
import type { DeliverySettings } from './settings'

const icons: Record<Fulfilment, IconName> = {
  local: 'truck',
  pickup: 'pickup',
  courier: 'post',
  'on-site': 'onsite',
}

/** How goods reach the buyer and how they are paid for, in plain sentences. */
export function Delivery({ settings, shop }: SectionProps<DeliverySettings>) {
  const words = sectionWords.delivery
  return (
    <Facts title={settings.title || words.title}>
      {shop.fulfilments.map((kind) => fact(icons[kind], words.sending(kind, shop)))}
      {fact('money', words.paying(shop.payments, shop.fulfilments))}
    </Facts>
  )
}
