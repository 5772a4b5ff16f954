import { Text, View } from '@tarojs/components'
import type { Order } from '@/domain/order/order'
import { ordersWords } from '@/locales/order/orders'
import { momentWords } from '@/locales/time'
import { aria } from '@/platform/a11y/aria'
import { Icon } from '@/ui/icon/icon'
import { orderStations, type Station } from './order-stations'
import './order-progress.scss'

const places = { placed: 0, accepted: 1, underway: 2, done: 3 } as const

const nameOf = (key: Station['key'], order: Order): string =>
  key === 'cancelled' ? ordersWords.cancelledStation : ordersWords.stations[order.fulfilment][places[key]]

/** The progress of an order as stations on a line. */
export function OrderProgress({ order, now }: { order: Order; now: number }) {
  return (
    <View className="order-progress" {...aria({ role: 'list', label: ordersWords.progress })}>
      {orderStations(order).map(({ key, reached, at }) => {
        const name = nameOf(key, order)
        return (
          <View
            key={key}
            className={`order-progress__station ${reached ? 'order-progress__station--on' : ''}`}
            {...aria({ role: 'listitem', label: ordersWords.stationState(name, reached) })}
          >
            <View className={`order-progress__dot order-progress__dot--${key}`}>
              {reached && <Icon name={key === 'cancelled' ? 'close' : 'check'} size={18} />}
            </View>
            <Text className="order-progress__name">{name}</Text>
            {at !== undefined && <Text className="order-progress__when">{momentWords(at, now)}</Text>}
          </View>
        )
      })}
    </View>
  )
}
