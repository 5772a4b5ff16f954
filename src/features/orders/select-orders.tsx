import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Id } from '@/domain/id'
import { formatPrice } from '@/domain/money'
import type { OrderSummary } from '@/domain/order'
import { orderLimitsWords } from '@/locales/order-limits'
import { ordersWords } from '@/locales/orders'
import { agoWords } from '@/locales/time'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Choice } from '@/ui/choice/choice'
import { ConfirmAnswerSheet } from './confirm-answer-sheet'
import { type OrdersAnswer, useAnswerOrders } from './use-answer-orders'
import './select-orders.scss'

interface SelectOrdersProps {
  shopId: Id
  /** The waiting orders to select from. */
  orders: readonly OrderSummary[]
  now: number
  /** Receives the changed orders. */
  onAnswered(orders: OrderSummary[]): void
  onEnd(): void
}

const words = orderLimitsWords.select

const noteOf = (order: OrderSummary, now: number): string =>
  words.note(
    order.receiver.name || ordersWords.someone,
    formatPrice(order.total),
    agoWords(order.createdAt, now),
  )

/** Selects waiting orders and accepts or refuses them together. */
export function SelectOrders({ shopId, orders, now, onAnswered, onEnd }: SelectOrdersProps) {
  const [selectedIds, setSelectedIds] = useState<readonly Id[]>([])
  const [confirmingAnswer, setConfirmingAnswer] = useState<OrdersAnswer>()
  const answering = useAnswerOrders(shopId, (answered) => {
    setSelectedIds([])
    onAnswered(answered)
  })
  // a selected order that was answered elsewhere is no longer in `orders`
  const selected = orders.filter(({ id }) => selectedIds.includes(id)).map(({ id }) => id)
  const all = selected.length === orders.length
  const toggle = (id: Id) =>
    setSelectedIds(selected.includes(id) ? selected.filter((one) => one !== id) : [...selected, id])
  return (
    <View className="select-orders">
      <View className="select-orders__head">
        <Text className="select-orders__title" {...aria({ role: 'status' })}>
          {answering.message && selected.length === 0 ? answering.message : words.title(selected.length)}
        </Text>
        <View className="select-orders__do">
          <Button
            kind="soft"
            size="small"
            disabled={orders.length === 0}
            onPress={() => setSelectedIds(all ? [] : orders.map(({ id }) => id))}
          >
            {all && selected.length > 0 ? words.none : words.all}
          </Button>
          <Button kind="line" size="small" onPress={onEnd}>
            {words.end}
          </Button>
        </View>
        {selected.length > 0 && (
          <View className="select-orders__do">
            <Button busy={answering.busy && words.busy} onPress={() => setConfirmingAnswer('accept')}>
              {words.accept(selected.length)}
            </Button>
            <Button kind="line" disabled={answering.busy} onPress={() => setConfirmingAnswer('refuse')}>
              {words.refuse(selected.length)}
            </Button>
          </View>
        )}
      </View>
      <Card>
        {orders.map((order) => (
          <Choice
            key={order.id}
            role="checkbox"
            words={words.row(order.number, ordersWords.what(order.lines))}
            note={noteOf(order, now)}
            chosen={selected.includes(order.id)}
            onPress={() => toggle(order.id)}
          />
        ))}
      </Card>
      {confirmingAnswer && (
        <ConfirmAnswerSheet
          answer={confirmingAnswer}
          count={selected.length}
          onNo={() => setConfirmingAnswer(undefined)}
          onYes={() => {
            setConfirmingAnswer(undefined)
            void answering.send(confirmingAnswer, selected)
          }}
        />
      )}
    </View>
  )
}
