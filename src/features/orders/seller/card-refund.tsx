import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import type { Result } from '@/api/result'
import type { Id } from '@/domain/id'
import type { Order } from '@/domain/order/order'
import { type RefundBank, refundBanks } from '@/domain/payment/refund'
import { describeFailure } from '@/locales/failure'
import { refundCardWords as words } from '@/locales/payment/refund-card'
import { aria } from '@/platform/a11y/aria'
import { useRequest } from '@/platform/network/use-request'
import { Button } from '@/ui/button/button'
import { Chip } from '@/ui/chip/chip'
import { Field } from '@/ui/field/field'
import { Sheet } from '@/ui/sheet/sheet'
import { SheetAnswers } from '@/ui/sheet/sheet-answers'
import { Alert } from '@/ui/text/alert'
import type { OfferedActions } from '../page/order-action'
import '../steps/confirm-sheet.scss'
import './refund-part.scss'

interface CardRefundProps {
  shopId: Id
  orderId: Id
  /** Receives the changed order; `undefined` when it has to be read again. */
  onOrder(order: Order | undefined): void
}

/** Lets the payment service pay refunds that failed to a card of the buyer. */
export function useCardRefund(isOffered: boolean, order: CardRefundProps): OfferedActions {
  const [isOpen, setIsOpen] = useState(false)
  if (!isOffered) return { actions: [] }
  return {
    actions: [{ words: words.open, icon: 'refund', run: () => setIsOpen(true) }],
    sheet: isOpen && <CardSheet {...order} onClose={() => setIsOpen(false)} />,
  }
}

const DIGITS = /^\d{12,19}$/

type CardSheetProps = CardRefundProps & { onClose(): void }

/** Sends one of the two requests that end a failed refund, and closes the sheet when it is answered. */
function useCardRequests({ shopId, orderId, onOrder, onClose }: CardSheetProps) {
  const { busy, failure, send } = useRequest()
  const params = { shopId, orderId }

  async function end(request: () => Promise<Result<Order>>) {
    const reply = await send(request)
    if (!reply || !(reply.ok || reply.failure.code === 'not-allowed-now')) return
    onClose()
    onOrder(reply.ok ? reply.data : undefined)
  }

  return {
    busy,
    failure,
    toCard: (body: { bank: RefundBank; name: string; number: string }) =>
      void end(() => call('PUT /api/shops/:shopId/orders/:orderId/refund-card', { params, body })),
    toSeller: () =>
      void end(() => call('PUT /api/shops/:shopId/orders/:orderId/refund-to-seller', { params })),
  }
}

function CardSheet(props: CardSheetProps) {
  const { onClose } = props
  const [name, setName] = useState('')
  const [text, setText] = useState('')
  const [bank, setBank] = useState<RefundBank>()
  const [tried, setTried] = useState(false)
  const [isConfirming, setIsConfirming] = useState(false)
  const { busy, failure, toCard, toSeller } = useCardRequests(props)
  const number = text.replace(/\s/g, '')
  const isNumber = DIGITS.test(number)

  function sendToCard() {
    setTried(true)
    if (name.trim() && isNumber && bank) toCard({ bank, name: name.trim(), number })
  }

  /** The first tap asks, the second one sends: the money cannot go to the buyer afterwards. */
  const confirmOrSend = () => (isConfirming ? toSeller() : setIsConfirming(true))

  return (
    <Sheet title={words.title} onClose={onClose}>
      <Text className="ask-step__text">{words.text}</Text>
      <View className="ask-step__fields">
        <Field
          label={words.name}
          value={name}
          onChange={setName}
          maxLength={40}
          error={tried && !name.trim() ? words.errors.name : undefined}
        />
        <Field
          label={words.number}
          kind="number"
          value={text}
          onChange={setText}
          hint={number ? number.replace(/(.{4})(?=.)/g, '$1 ') : undefined}
          error={tried && !isNumber ? words.errors.number : undefined}
        />
        <BankChips bank={bank} onBank={setBank} />
        <Alert className="ask-step__trouble">{tried && !bank && words.errors.bank}</Alert>
        <Alert className="ask-step__trouble">
          {failure && (failure.code === 'bad-input' ? words.refused : describeFailure(failure))}
        </Alert>
      </View>
      <View className="refund-part__instead">
        <Text className="ask-step__text">{words.toSellerText}</Text>
        <Button kind="line" size="small" busy={busy && words.busy} onPress={confirmOrSend}>
          {isConfirming ? words.toSellerSure : words.toSeller}
        </Button>
      </View>
      <SheetAnswers no={words.cancel} onNo={onClose}>
        <Button busy={busy && words.busy} onPress={sendToCard}>
          {words.confirm}
        </Button>
      </SheetAnswers>
    </Sheet>
  )
}

/** The banks that a refund to a card can name. */
const BankChips = ({ bank, onBank }: { bank: RefundBank | undefined; onBank(bank: RefundBank): void }) => (
  <View {...aria({ role: 'radiogroup', label: words.bank })}>
    <Text className="ask-step__row">{words.bank}</Text>
    <View className="refund-part__banks">
      {refundBanks.map((each) => (
        <Chip key={each} role="radio" on={each === bank} onPress={() => onBank(each)}>
          {words.banks[each]}
        </Chip>
      ))}
    </View>
  </View>
)
