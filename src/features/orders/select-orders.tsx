import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Id } from '@/domain/id'
import { formatPrice } from '@/domain/money'
import type { OrderSummary } from '@/domain/order'
import { orderLimitsWords } from '@/locales/zh-CN/order-limits'
import { ordersWords } from '@/locales/zh-CN/orders'
import { agoWords } from '@/locales/zh-CN/time'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Choice } from '@/ui/choice/choice'
import { AskAnswer } from './ask-answer'
import { type OrdersAnswer, useAnswerOrders } from './use-answer-orders'
import './select-orders.scss'

interface SelectOrdersProps {
  shopId: Id
  /** The waiting orders, of which several can be selected. */
  orders: readonly OrderSummary[]
  now: number
  /** Gets the orders as they are after they were answered. */
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

/** Waiting orders to tick, and the two answers for those that are. */
export function SelectOrders({ shopId, orders, now, onAnswered, onEnd }: SelectOrdersProps) {
  const [ticked, setTicked] = useState<readonly Id[]>([])
  const [asked, setAsked] = useState<OrdersAnswer>()
  const answering = useAnswerOrders(shopId, (answered) => {
    setTicked([])
    onAnswered(answered)
  })
  // one that was answered elsewhere meanwhile is not among the orders any more
  const selected = orders.filter(({ id }) => ticked.includes(id)).map(({ id }) => id)
  const all = selected.length === orders.length
  const toggle = (id: Id) =>
    setTicked(selected.includes(id) ? selected.filter((one) => one !== id) : [...selected, id])
  return (
    <View className="select-orders">
      <View className="select-orders__head">
        <Text className="select-orders__title" {...aria({ role: 'status' })}>
          {answering.said && selected.length === 0 ? answering.said : words.title(selected.length)}
        </Text>
        <View className="select-orders__do">
          <Button
            kind="soft"
            size="small"
            disabled={orders.length === 0}
            onPress={() => setTicked(all ? [] : orders.map(({ id }) => id))}
          >
            {all && selected.length > 0 ? words.none : words.all}
          </Button>
          <Button kind="line" size="small" onPress={onEnd}>
            {words.end}
          </Button>
        </View>
        {selected.length > 0 && (
          <View className="select-orders__do">
            <Button busy={answering.busy && words.busy} onPress={() => setAsked('accept')}>
              {words.accept(selected.length)}
            </Button>
            <Button kind="line" disabled={answering.busy} onPress={() => setAsked('refuse')}>
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
      {asked && (
        <AskAnswer
          answer={asked}
          count={selected.length}
          onNo={() => setAsked(undefined)}
          onYes={() => {
            setAsked(undefined)
            void answering.send(asked, selected)
          }}
        />
      )}
    </View>
  )
}
