import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Id } from '@/domain/id'
import { formatPrice } from '@/domain/money'
import type { OrderState, OrderSummary } from '@/domain/order'
import { severalOrdersWords } from '@/locales/find-orders'
import { orderLimitsWords } from '@/locales/order-limits'
import { printOrdersWords } from '@/locales/print-orders'
import { sellerOrdersWords } from '@/locales/seller-orders'
import { agoWords } from '@/locales/time'
import { aria } from '@/platform/a11y/aria'
import { copyText } from '@/platform/device/clipboard'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Choice } from '@/ui/choice/choice'
import { Sheet } from '@/ui/sheet/sheet'
import { ConfirmAnswerSheet } from './confirm-answer-sheet'
import { PickingSheet } from './picking-sheet'
import { usePrintJob } from './print/print-job'
import { type OrdersAnswer, useAnswerOrders } from './use-answer-orders'
import './select-orders.scss'

interface SelectOrdersProps {
  shopId: Id
  /** The orders to select from. */
  orders: readonly OrderSummary[]
  now: number
  /** Receives the changed orders. */
  onAnswered(orders: OrderSummary[]): void
  onEnd(): void
}

const words = orderLimitsWords.select
const more = severalOrdersWords

/** The state of orders that an answer is for. */
const stateFor: Record<OrdersAnswer, OrderState> = { accept: 'placed', refuse: 'placed', send: 'accepted' }

const answerable = (orders: readonly OrderSummary[], answer: OrdersAnswer): OrderSummary[] =>
  orders.filter(({ state, payment }) => state === stateFor[answer] && payment.state !== 'pending')

/** The answer that the selected orders wait for first. */
const firstAnswer = (orders: readonly OrderSummary[]): 'accept' | 'send' | undefined =>
  (['accept', 'send'] as const).find((answer) => answerable(orders, answer).length > 0)

const addressOf = ({ number, receiver: { name, phone, address = '' }, lines }: OrderSummary): string =>
  more.address(number, name, phone, address, sellerOrdersWords.what(lines))

const noteOf = (order: OrderSummary, now: number): string =>
  words.note(
    sellerOrdersWords.state(order),
    order.receiver.name || sellerOrdersWords.someone,
    formatPrice(order.total),
    agoWords(order.createdAt, now),
  )

interface Selection {
  /** The selected ones of the orders that are there. */
  selected: readonly Id[]
  isAll: boolean
  toggle(id: Id): void
  toggleAll(): void
}

/** The selection stays after an answer, so that the same orders can be packed, printed and sent. */
function useSelection(orders: readonly OrderSummary[], onChange: () => void): Selection {
  const [selectedIds, setSelectedIds] = useState<readonly Id[]>([])
  // a selected order may have left the list meanwhile
  const selected = orders.filter(({ id }) => selectedIds.includes(id)).map(({ id }) => id)
  const isAll = selected.length === orders.length
  const change = (ids: readonly Id[]) => {
    setSelectedIds(ids)
    onChange()
  }
  return {
    selected,
    isAll,
    toggle: (id) => change(selected.includes(id) ? selected.filter((one) => one !== id) : [...selected, id]),
    toggleAll: () => change(isAll ? [] : orders.map(({ id }) => id)),
  }
}

/** Selects orders to accept, refuse or send them together, to see what has to be packed, and to copy their addresses. */
export function SelectOrders({ shopId, orders, now, onAnswered, onEnd }: SelectOrdersProps) {
  const [message, setMessage] = useState<string>()
  const selection = useSelection(orders, () => setMessage(undefined))
  const [confirmingAnswer, setConfirmingAnswer] = useState<OrdersAnswer>()
  const answering = useAnswerOrders(shopId, { onAnswered, onMessage: setMessage })
  const { selected } = selection
  const chosen = orders.filter(({ id }) => selected.includes(id))
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
        busy={answering.busy}
        message={message}
        onAnswer={setConfirmingAnswer}
        onMore={() => setOpen('more')}
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
          count={answerable(chosen, confirmingAnswer).length}
          onNo={() => setConfirmingAnswer(undefined)}
          onYes={() => {
            setConfirmingAnswer(undefined)
            void answering.send(
              confirmingAnswer,
              answerable(chosen, confirmingAnswer).map(({ id }) => id),
            )
          }}
        />
      )}
      {open === 'more' && (
        <MoreSheet
          orders={chosen}
          onSend={() => {
            close()
            setConfirmingAnswer('send')
          }}
          onPick={() => setOpen('picking')}
          onCopy={() => {
            close()
            void copyAddresses()
          }}
          onPrint={() => {
            close()
            usePrintJob.setState({ orders: chosen })
            go(urlOf('printOrders', { shop: shopId }))
          }}
          onClose={close}
        />
      )}
      {open === 'picking' && <PickingSheet orders={chosen} onClose={close} />}
    </View>
  )
}

interface MoreSheetProps {
  orders: readonly OrderSummary[]
  onSend(): void
  onPick(): void
  onCopy(): void
  onPrint(): void
  onClose(): void
}

/** What else can be done with the selected orders. */
function MoreSheet({ orders, onSend, onPick, onCopy, onPrint, onClose }: MoreSheetProps) {
  const sendable = answerable(orders, 'send').length
  return (
    <Sheet title={more.moreTitle(orders.length)} onClose={onClose}>
      <View className="select-orders__more">
        <Button kind="soft" icon="goods" onPress={onPick}>
          {more.pick}
        </Button>
        <Button kind="soft" icon="order" onPress={onPrint}>
          {printOrdersWords.open}
        </Button>
        <Button kind="soft" icon="copy" onPress={onCopy}>
          {more.copy}
        </Button>
        {sendable > 0 && firstAnswer(orders) !== 'send' && (
          <Button kind="line" onPress={onSend}>
            {words.send(sendable)}
          </Button>
        )}
      </View>
    </Sheet>
  )
}

interface SelectionHeadProps {
  selection: Selection
  chosen: readonly OrderSummary[]
  /** There are no orders to select. */
  isEmpty: boolean
  busy: boolean
  /** The result of what was done last, shown until the selection changes. */
  message: string | undefined
  onAnswer(answer: OrdersAnswer): void
  onMore(): void
  onEnd(): void
}

function SelectionHead(props: SelectionHeadProps) {
  const { selection, chosen, isEmpty, busy, message, onAnswer, onMore, onEnd } = props
  const count = selection.selected.length
  const countOf = (answer: OrdersAnswer) => answerable(chosen, answer).length
  const first = firstAnswer(chosen)
  return (
    <View className="select-orders__head">
      <Text className="select-orders__title" {...aria({ role: 'status' })}>
        {message ?? words.title(count)}
      </Text>
      <View className="select-orders__do">
        <Button kind="soft" size="small" disabled={isEmpty} onPress={selection.toggleAll}>
          {selection.isAll && count > 0 ? words.none : words.all}
        </Button>
        {count > 0 && (
          <Button kind="soft" size="small" onPress={onMore}>
            {more.more}
          </Button>
        )}
        <Button kind="line" size="small" onPress={onEnd}>
          {words.end}
        </Button>
      </View>
      {first !== undefined && (
        <View className="select-orders__do">
          <Button busy={busy && words.busy} onPress={() => onAnswer(first)}>
            {words[first](countOf(first))}
          </Button>
          {first === 'accept' && (
            <Button kind="line" disabled={busy} onPress={() => onAnswer('refuse')}>
              {words.refuse(countOf('refuse'))}
            </Button>
          )}
        </View>
      )}
    </View>
  )
}
