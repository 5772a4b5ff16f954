import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { sendOnce } from '@/api/send-once'
import type { Id } from '@/domain/id'
import { parseYuan } from '@/domain/money'
import type { Order } from '@/domain/order/order'
import { MAX_REFUND_NOTE_LENGTH } from '@/domain/payment/refund'
import { describeFailure } from '@/locales/failure'
import { refundPartWords as words } from '@/locales/payment/refund-part'
import { useRequest } from '@/platform/network/use-request'
import { Button } from '@/ui/button/button'
import { Field } from '@/ui/field/field'
import { Sheet } from '@/ui/sheet/sheet'
import { SheetAnswers } from '@/ui/sheet/sheet-answers'
import { Alert } from '@/ui/text/alert'
import type { OfferedActions } from '../page/order-action'
import '../steps/confirm-sheet.scss'

interface RefundPartOptions {
  shopId: Id
  orderId: Id
  /** The amount that can be returned, in fen; nothing can if absent. */
  refundable: number | undefined
  /** Reads the order again: after a refund, and after a failure that may hide one. */
  onRefunded(): void
  /** Shows that the refund was made. */
  notify(message: string): void
}

/** Returns a part of the money of an order that was paid online, or all that is left of it. */
export function useRefundPart({ refundable, notify, ...order }: RefundPartOptions): OfferedActions {
  const [isOpen, setIsOpen] = useState(false)
  if (refundable === undefined) return { actions: [] }
  return {
    actions: [{ words: words.open, icon: 'refund', run: () => setIsOpen(true) }],
    sheet: isOpen && (
      <RefundSheet
        {...order}
        refundable={refundable}
        onClose={() => setIsOpen(false)}
        onDone={() => {
          setIsOpen(false)
          notify(words.done)
          order.onRefunded()
        }}
      />
    ),
  }
}

const putRefund = (
  params: { shopId: Id; orderId: Id; refundId: Id },
  body: { amount: number; note: string; refundable: number },
) => call('PUT /api/shops/:shopId/orders/:orderId/refunds/:refundId', { params, body })

interface RefundSheetProps {
  shopId: Id
  orderId: Id
  refundable: number
  onDone(): void
  onRefunded(): void
  onClose(): void
}

function RefundSheet({ shopId, orderId, refundable: left, ...on }: RefundSheetProps) {
  // as it was when the sheet opened: after a refund made meanwhile the server refuses this one, and the seller looks at the order first
  const [refundable] = useState(left)
  const [yuan, setYuan] = useState('')
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const { busy, failure, send } = useRequest()
  const amount = parseYuan(yuan)
  const isAmount = amount !== null && amount > 0 && amount <= refundable
  /** Sends a refund once, however often it is tapped. The server refuses it when another amount than `refundable` is left. */
  const press = async () => {
    setTried(true)
    const reason = note.trim()
    if (!isAmount || !reason) return
    const result = await send(() =>
      sendOnce<Order>(`refund ${orderId} ${refundable} ${amount} ${reason}`, (refundId) =>
        putRefund({ shopId, orderId, refundId }, { amount, note: reason, refundable }),
      ),
    )
    if (result) (result.ok ? on.onDone : on.onRefunded)()
  }
  return (
    <Sheet title={words.title} onClose={on.onClose}>
      <Text className="ask-step__text">{words.text}</Text>
      <View className="ask-step__fields">
        <Field
          label={words.amount}
          kind="amount"
          value={yuan}
          onChange={setYuan}
          hint={words.most(refundable)}
          error={tried && !isAmount ? words.errors.amount(refundable) : undefined}
        />
        <Field
          label={words.note}
          value={note}
          onChange={setNote}
          maxLength={MAX_REFUND_NOTE_LENGTH}
          hint={words.noteHint}
          error={tried && !note.trim() ? words.errors.note : undefined}
        />
        <Alert className="ask-step__trouble">
          {failure && (left === refundable ? describeFailure(failure) : words.moved)}
        </Alert>
      </View>
      <SheetAnswers no={words.cancel} onNo={on.onClose}>
        <Button kind="bad" busy={busy && words.busy} onPress={() => void press()}>
          {words.confirm(isAmount ? amount : null)}
        </Button>
      </SheetAnswers>
    </Sheet>
  )
}
