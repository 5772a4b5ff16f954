import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Id } from '@/domain/id'
import { formatPrice } from '@/domain/money'
import type { OrderSummary } from '@/domain/order'
import { orderLimitsWords } from '@/locales/order-limits'
import { sellerOrdersWords } from '@/locales/seller-orders'
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
    order.receiver.name || sellerOrdersWords.someone,
    formatPrice(order.total),
    agoWords(order.createdAt, now),
  )

interface Selection {
  /** The selected orders of those that still wait. */
  selected: readonly Id[]
  isAll: boolean
  toggle(id: Id): void
  toggleAll(): void
  clear(): void
}

function useSelection(orders: readonly OrderSummary[]): Selection {
  const [selectedIds, setSelectedIds] = useState<readonly Id[]>([])
  // a selected order that was answered elsewhere is no longer in `orders`
  const selected = orders.filter(({ id }) => selectedIds.includes(id)).map(({ id }) => id)
  const isAll = selected.length === orders.length
  return {
    selected,
    isAll,
    toggle: (id) =>
      setSelectedIds(selected.includes(id) ? selected.filter((one) => one !== id) : [...selected, id]),
    toggleAll: () => setSelectedIds(isAll ? [] : orders.map(({ id }) => id)),
    clear: () => setSelectedIds([]),
  }
}

/** Selects waiting orders and accepts or refuses them together. */
export function SelectOrders({ shopId, orders, now, onAnswered, onEnd }: SelectOrdersProps) {
  const selection = useSelection(orders)
  const [confirmingAnswer, setConfirmingAnswer] = useState<OrdersAnswer>()
  const answering = useAnswerOrders(shopId, (answered) => {
    selection.clear()
    onAnswered(answered)
  })
  const { selected } = selection
  return (
    <View className="select-orders">
      <SelectionHead
        selection={selection}
        isEmpty={orders.length === 0}
        busy={answering.busy}
        message={answering.message}
        onAnswer={setConfirmingAnswer}
        onEnd={onEnd}
      />
      <Card>
        {orders.map((order) => (
          <Choice
            key={order.id}
            role="checkbox"
            words={words.row(order.number, sellerOrdersWords.what(order.lines))}
            note={noteOf(order, now)}
            chosen={selected.includes(order.id)}
            onPress={() => selection.toggle(order.id)}
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

interface SelectionHeadProps {
  selection: Selection
  /** There are no orders to select. */
  isEmpty: boolean
  busy: boolean
  /** The result of the last answer, shown until an order is selected. */
  message: string | undefined
  onAnswer(answer: OrdersAnswer): void
  onEnd(): void
}

function SelectionHead({ selection, isEmpty, busy, message, onAnswer, onEnd }: SelectionHeadProps) {
  const count = selection.selected.length
  return (
    <View className="select-orders__head">
      <Text className="select-orders__title" {...aria({ role: 'status' })}>
        {message && count === 0 ? message : words.title(count)}
      </Text>
      <View className="select-orders__do">
        <Button kind="soft" size="small" disabled={isEmpty} onPress={selection.toggleAll}>
          {selection.isAll && count > 0 ? words.none : words.all}
        </Button>
        <Button kind="line" size="small" onPress={onEnd}>
          {words.end}
        </Button>
      </View>
      {count > 0 && (
        <View className="select-orders__do">
          <Button busy={busy && words.busy} onPress={() => onAnswer('accept')}>
            {words.accept(count)}
          </Button>
          <Button kind="line" disabled={busy} onPress={() => onAnswer('refuse')}>
            {words.refuse(count)}
          </Button>
        </View>
      )}
    </View>
  )
}
