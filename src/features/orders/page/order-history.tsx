import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Order } from '@/domain/order/order'
import { sellerOrdersWords } from '@/locales/order/seller-orders'
import { momentWords } from '@/locales/time'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { Sheet } from '@/ui/sheet/sheet'
import type { OfferedActions } from './order-action'
import './order-history.scss'

function Row({ what, when }: { what: string; when: string }) {
  return (
    <View className="order-history__row">
      <Text className="order-history__what">{what}</Text>
      <Text className="order-history__when">{when}</Text>
    </View>
  )
}

/** The events of an order with their times, oldest first. */
export function useOrderHistory(order: Order): OfferedActions {
  const [isOpen, setIsOpen] = useState(false)
  const now = serverNow()
  return {
    actions: [{ words: sellerOrdersWords.history, icon: 'clock', run: () => setIsOpen(true) }],
    sheet: isOpen && (
      <Sheet title={sellerOrdersWords.history} onClose={() => setIsOpen(false)}>
        <Row what={sellerOrdersWords.placedEvent} when={momentWords(order.createdAt, now)} />
        {order.history.map((event) => (
          <Row
            key={`${event.action} ${event.at}`}
            what={sellerOrdersWords.event(event, order.fulfilment)}
            when={momentWords(event.at, now)}
          />
        ))}
      </Sheet>
    ),
  }
}
