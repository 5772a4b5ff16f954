import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Id } from '@/domain/id'
import type { OrderSummary } from '@/domain/order/order'
import { pickGoods } from '@/domain/order/picking-list'
import { isUndo } from '@/domain/order/undo-step'
import { severalOrdersWords } from '@/locales/order/find-orders'
import { orderLimitsWords } from '@/locales/order/order-limits'
import { orderLinesWords } from '@/locales/order/order-lines'
import { sellerOrdersWords } from '@/locales/order/seller-orders'
import { copyText } from '@/platform/device/clipboard'
import { Button } from '@/ui/button/button'
import { Price } from '@/ui/price/price'
import { Status } from '@/ui/text/alert'
import { placeNameOf } from '../list/order-groups'
import { PickingSheet } from '../list/picking-sheet'
import { printOrders } from '../print/print-job'
import { ConfirmAnswerSheet } from './confirm-answer-sheet'
import { SelectionSheet } from './selection-sheet'
import { answerable, answersFor, answerWords } from './several-answers'
import { type OrdersAnswer, useAnswerOrders } from './use-answer-orders'
import type { Selection } from './use-selection'

interface SelectionFootProps {
  shopId: Id
  selection: Selection
  /** More orders are being loaded, which can be selected then. */
  isLoadingRest: boolean
  /** Receives the changed orders. */
  onAnswered(orders: OrderSummary[]): void
}

const words = orderLimitsWords.select

/** The most goods that are named below the selected orders. */
const MAX_GOODS = 5

const addressOf = ({ number, receiver: { name, phone, address = '' }, lines }: OrderSummary): string =>
  severalOrdersWords.address(number, name, phone, address, sellerOrdersWords.what(lines))

/** The number of places to which orders go, and the goods to pack for them, of which the first are named. */
function needsOf(orders: readonly OrderSummary[]): string {
  const goods = pickGoods(orders).map(({ name, label, quantity, unit }) =>
    [orderLinesWords.name(name, label), orderLinesWords.count(quantity, unit)].join(' '),
  )
  const named = goods.length > MAX_GOODS ? [...goods.slice(0, MAX_GOODS), '…'] : goods
  return words.needs(new Set(orders.map(placeNameOf)).size, named)
}

/** The selected orders with their sums, the first thing that can be done with them, and the others behind a button. */
export function SelectionFoot({ shopId, selection, isLoadingRest, onAnswered }: SelectionFootProps) {
  const { chosen, changes } = selection
  const [message, setMessage] = useState({ text: '', changes: 0 })
  const say = (text: string) => setMessage({ text, changes })
  const [confirmingAnswer, setConfirmingAnswer] = useState<OrdersAnswer>()
  const answering = useAnswerOrders(shopId, { onAnswered, onMessage: say })
  const [open, setOpen] = useState<'more' | 'picking'>()
  const close = () => setOpen(undefined)
  const copyAddresses = async () => {
    const isCopied = await copyText(chosen.map(addressOf).join('\n'))
    say(isCopied ? severalOrdersWords.copied(chosen.length) : severalOrdersWords.uncopied)
  }
  const [first] = answersFor(chosen)
  const said = message.changes === changes ? message.text : ''
  return (
    <>
      <View className="select-orders__foot">
        <View className={`select-orders__sum ${said ? '' : 'select-orders__sum--spare'}`}>
          <Status className="select-orders__title">
            {said || (isLoadingRest ? words.loadingRest : words.title(chosen.length))}
          </Status>
          {chosen.length > 0 && (
            <Price fen={chosen.reduce((sum, { total }) => sum + total, 0)} size="small" />
          )}
        </View>
        {chosen.length > 0 && <Text className="select-orders__goods">{needsOf(chosen)}</Text>}
        {chosen.length > 0 && (
          <View className="select-orders__do">
            {first && (
              <Button
                kind={isUndo(first) ? 'line' : 'main'}
                busy={answering.busy && words.busy}
                onPress={() => setConfirmingAnswer(first)}
              >
                {answerWords(first, chosen)}
              </Button>
            )}
            <Button kind="soft" onPress={() => setOpen('more')}>
              {severalOrdersWords.more}
            </Button>
          </View>
        )}
      </View>
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
    </>
  )
}
