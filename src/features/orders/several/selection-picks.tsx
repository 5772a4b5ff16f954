import { View } from '@tarojs/components'
import { dayOf } from '@/domain/day'
import type { OrderSummary } from '@/domain/order/order'
import { nearSlotWords } from '@/locales/day'
import { orderLimitsWords } from '@/locales/order/order-limits'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { Button } from '@/ui/button/button'
import { Chip } from '@/ui/chip/chip'
import { groupOrders, placeNameOf } from '../list/order-groups'
import type { Selection } from './use-selection'
import './select-orders.scss'

const words = orderLimitsWords.select

interface SelectionPicksProps {
  orders: readonly OrderSummary[]
  selection: Selection
  /** More orders are being loaded, which can be selected then. */
  isLoadingRest: boolean
  onEnd(): void
}

/** Selects all orders, those of a day or those of a place by one tap, and ends the selection. */
export function SelectionPicks({ orders, selection, isLoadingRest, onEnd }: SelectionPicksProps) {
  const today = dayOf(serverNow())
  const groups = [
    groupOrders(orders, ({ slot }) => slot && nearSlotWords(slot, today)),
    groupOrders(orders, placeNameOf).sort((a, b) => b.orders.length - a.orders.length),
  ]
  const picks = [
    ...(orders.length > 0 && !isLoadingRest ? [{ name: '', orders }] : []),
    ...groups.flatMap((some) => (some.length > 1 ? some : [])),
  ]
  return (
    <View className="orders-head__row">
      <View className="select-orders__picks">
        {picks.map((group) => (
          <Chip
            key={group.name}
            on={group.orders.every(({ id }) => selection.has(id))}
            onPress={() => selection.toggle(group.orders.map(({ id }) => id))}
          >
            {group.name === '' ? words.all(group.orders.length) : words.pick(group.name, group.orders.length)}
          </Chip>
        ))}
      </View>
      <Button kind="line" size="small" onPress={onEnd}>
        {words.end}
      </Button>
    </View>
  )
}
