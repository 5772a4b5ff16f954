import { Text, View } from '@tarojs/components'
import type { Fulfilment } from '@/domain/fulfilment'
import { Icon, type IconName } from '@/ui/icon/icon'
import { sectionWords } from '@/words/zh/sections'
import { SectionTitle } from '../../goods/section-title'
import type { SectionProps } from '../../section'
import type { DeliverySettings } from './settings'
import './section.scss'

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
    <View className="look__section look__section--half delivery">
      <View className="delivery__paper">
        <SectionTitle>{settings.title || words.title}</SectionTitle>
        {shop.fulfilments.map((kind) => (
          <View key={kind} className="delivery__line">
            <Icon name={icons[kind]} />
            <Text className="delivery__words">{words.sending(kind, shop)}</Text>
          </View>
        ))}
        <View className="delivery__line">
          <Icon name="money" />
          <Text className="delivery__words">{words.paying(shop.payments, shop.fulfilments)}</Text>
        </View>
      </View>
    </View>
  )
}
