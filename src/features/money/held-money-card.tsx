import { Text, View } from '@tarojs/components'
import type { Id } from '@/domain/id'
import type { HeldMoney } from '@/domain/order/parcel'
import { heldMoneyWords as words } from '@/locales/payment/money'
import { pressable } from '@/platform/a11y/aria'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Card } from '@/ui/card/card'
import { Icon } from '@/ui/icon/icon'
import { Heading } from '@/ui/text/heading'

type HeldOrder = HeldMoney['orders'][number]

/** The money that WeChat holds until orders are reported as sent, and the steps that free it; renders nothing if there is none. */
export function HeldMoneyCard({ shopId, held }: { shopId: Id; held: HeldMoney | undefined }) {
  if (!held || held.count === 0) return null
  return (
    <Card>
      <View className="money__head">
        <Heading className="money__title">{words.title(held.amount)}</Heading>
        <Text className="money__note">{words.text}</Text>
      </View>
      {held.orders.map((order) => (
        <HeldOrderRow
          key={order.orderId}
          order={order}
          onPress={() => go(urlOf('merchantOrder', { shop: shopId, order: order.orderId }))}
        />
      ))}
      {held.count > held.orders.length && (
        <Text className="money__note">{words.more(held.count - held.orders.length)}</Text>
      )}
    </Card>
  )
}

function HeldOrderRow({ order, onPress }: { order: HeldOrder; onPress(): void }) {
  const todo = order.refused === undefined ? words.todo[order.reason] : words.refused(order.refused)
  return (
    <View className="money__held" {...pressable(null, onPress)}>
      <View className="money__held-words">
        <Text className="money__name">{words.order(order.number, order.amount)}</Text>
        <Text className="money__note">{todo}</Text>
      </View>
      <Icon name="right" size={20} />
    </View>
  )
}
