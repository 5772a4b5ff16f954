import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Id } from '@/domain/id'
import { formatPrice } from '@/domain/money'
import type { OrderSummary } from '@/domain/order/order'
import { severalOrdersWords } from '@/locales/order/find-orders'
import { orderLimitsWords } from '@/locales/order/order-limits'
import { sellerOrdersWords } from '@/locales/order/seller-orders'
import { agoWords } from '@/locales/time'
import { aria } from '@/platform/a11y/aria'
import { copyText } from '@/platform/device/clipboard'
import { Card } from '@/ui/card/card'
import { Choice } from '@/ui/choice/choice'
import { LongList } from '@/ui/long-list/long-list'
import { PickingSheet } from '../list/picking-sheet'
import { printOrders } from '../print/print-job'
import { ConfirmAnswerSheet } from './confirm-answer-sheet'
import { SelectionHead } from './selection-head'
import { SelectionSheet } from './selection-sheet'
import { answerable } from './several-answers'
import { type OrdersAnswer, useAnswerOrders } from './use-answer-orders'
import { useSelection } from './use-selection'
import './select-orders.scss'

interface SelectOrdersProps {
  shopId: Id
  /** The orders to select from. */
  orders: readonly OrderSummary[]
  /** More of them are being loaded. */
  isLoadingRest: boolean
  now: number
  /** Receives the changed orders. */
  onAnswered(orders: OrderSummary[]): void
  onEnd(): void
}

const words = orderLimitsWords.select
const more = severalOrdersWords

/** Estimated height of an order's row, in px. */
const ROW_HEIGHT = 80

const addressOf = ({ number, receiver: { name, phone, address = '' }, lines }: OrderSummary): string =>
  more.address(number, name, phone, address, sellerOrdersWords.what(lines))

const noteOf = (order: OrderSummary, now: number): string =>
  words.note(
    sellerOrdersWords.state(order),
    order.receiver.name || sellerOrdersWords.someone,
    formatPrice(order.total),
    agoWords(order.createdAt, now),
  )

/** Selects orders to answer, send or finish them together, to see what has to be packed, and to copy their addresses. */
export function SelectOrders(props: SelectOrdersProps) {
  const { shopId, orders, isLoadingRest, now, onAnswered, onEnd } = props
  const [message, setMessage] = useState<string>()
  const selection = useSelection(orders, () => setMessage(undefined))
  const [confirmingAnswer, setConfirmingAnswer] = useState<OrdersAnswer>()
  const answering = useAnswerOrders(shopId, { onAnswered, onMessage: setMessage })
  const selectedIds = new Set(selection.selected)
  const chosen = orders.filter(({ id }) => selectedIds.has(id))
  const [open, setOpen] = useState<'more' | 'picking'>()
  const close = () => setOpen(undefined)
  const copyAddresses = async () => {
    const isCopied = await copyText(chosen.map(addressOf).join('\n'))
    setMessage(isCopied ? more.copied(chosen.length) : more.uncopied)
  }
  return (
    <View className="select-orders">
      <SelectionHead
        selection={selection}
        chosen={chosen}
        isEmpty={orders.length === 0}
        isLoadingRest={isLoadingRest}
        busy={answering.busy}
        message={message}
        onAnswer={setConfirmingAnswer}
        onMore={() => setOpen('more')}
        onEnd={onEnd}
      />
      <Card>
        <LongList items={orders} className="select-orders__block" estimatedHeight={ROW_HEIGHT}>
          {(order, { at, of }) => (
            <View key={order.id} {...aria({ role: 'listitem', posinset: at, setsize: of })}>
              <Choice
                role="checkbox"
                words={words.row(order.number, sellerOrdersWords.what(order.lines))}
                note={noteOf(order, now)}
                chosen={selectedIds.has(order.id)}
                onPress={() => selection.toggle(order.id)}
              />
            </View>
          )}
        </LongList>
      </Card>
      {confirmingAnswer && (
        <ConfirmAnswerSheet
          answer={confirmingAnswer}
          orders={answerable(chosen, confirmingAnswer)}
          onNo={() => setConfirmingAnswer(undefined)}
          onYes={() => {
            setConfirmingAnswer(undefined)
            void answering.send(confirmingAnswer, answerable(chosen, confirmingAnswer))
          }}
        />
      )}
      {open === 'more' && (
        <SelectionSheet
          orders={chosen}
          busy={answering.busy}
          onAnswer={(answer) => {
            close()
            setConfirmingAnswer(answer)
          }}
          onPick={() => setOpen('picking')}
          onCopy={() => {
            close()
            void copyAddresses()
          }}
          onPrint={() => {
            close()
            printOrders(shopId, chosen)
          }}
          onClose={close}
        />
      )}
      {open === 'picking' && <PickingSheet orders={chosen} onClose={close} />}
    </View>
  )
}
