import { View } from '@tarojs/components'
import type { Id } from '@/domain/id'
import { findOrdersWords } from '@/locales/order/find-orders'
import { aria } from '@/platform/a11y/aria'
import { LongList } from '@/ui/long-list/long-list'
import { Heading } from '@/ui/text/heading'
import type { Selection } from '../several/use-selection'
import type { OrderSteps } from '../steps/use-order-steps'
import type { OrderGroup } from './order-groups'
import { OrderRow } from './order-row'
import { rowId } from './use-opened-order'
import './order-rows.scss'

/** Estimated height of an order's row, in px. */
const ROW_HEIGHT = 92

interface OrderRowsProps {
  groups: readonly OrderGroup[]
  hasMore: boolean
  steps: OrderSteps
  now: number
  openedId: Id | undefined
  /** Set while orders are selected. */
  selection: Selection | undefined
  open(id: Id): void
}

/** The rows of the orders, of which those near the screen are rendered; each group has its heading. */
export function OrderRows({ groups, hasMore, steps, now, openedId, selection, open }: OrderRowsProps) {
  return (
    <View className="order-rows">
      {groups.map(({ name, orders }) => (
        <View key={name}>
          {name && (
            <Heading className="order-rows__group">{findOrdersWords.group(name, orders.length)}</Heading>
          )}
          <LongList
            items={orders}
            className="order-rows__block"
            estimatedHeight={ROW_HEIGHT}
            open={hasMore && groups.length === 1}
          >
            {(order, { at, of }) => (
              <View
                key={order.id}
                {...aria({ id: rowId(order.id), role: 'listitem', posinset: at, setsize: of })}
              >
                <OrderRow
                  order={order}
                  steps={steps}
                  now={now}
                  isOpened={order.id === openedId}
                  checked={selection?.has(order.id)}
                  onPress={() => (selection ? selection.toggle([order.id]) : open(order.id))}
                />
              </View>
            )}
          </LongList>
        </View>
      ))}
    </View>
  )
}
