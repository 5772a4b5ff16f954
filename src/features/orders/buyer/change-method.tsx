import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import type { Order } from '@/domain/order/order'
import { isPaidInPerson, type PaymentMethod } from '@/domain/payment/payment'
import { describeFailure } from '@/locales/failure'
import { payLaterWords, paymentWords } from '@/locales/order/fulfilment'
import { payingWords } from '@/locales/payment/paying'
import { aria } from '@/platform/a11y/aria'
import { useRequest } from '@/platform/network/use-request'
import { payment } from '@/platform/payment/payment'
import { Button } from '@/ui/button/button'
import { Choice } from '@/ui/choice/choice'
import { Sheet } from '@/ui/sheet/sheet'
import { SheetAnswers } from '@/ui/sheet/sheet-answers'
import { Alert } from '@/ui/text/alert'
import type { OfferedActions } from '../page/order-action'
import type { OrderView } from '../page/order-view'
import { usePaymentAttempts } from '../paying/payment-attempts'
import '../steps/confirm-sheet.scss'

/**
 * Lets the buyer choose another payment method for an order that waits for its payment, if one can finish here. `onOrder` receives the changed
 * order; `undefined` when it has to be read again.
 */
export function useChangeMethod(
  { order, otherMethods = [] }: OrderView,
  onOrder: (order: Order | undefined) => void,
): OfferedActions {
  const [isOpen, setIsOpen] = useState(false)
  const here = payment.place()
  const methods = otherMethods
    .filter(({ places }) => places === undefined || places.includes(here))
    .map(({ method }) => method)
  if (methods.length === 0) return { actions: [] }
  return {
    actions: [{ words: payingWords.change, icon: 'money', run: () => setIsOpen(true) }],
    sheet: isOpen && (
      <MethodSheet order={order} methods={methods} onOrder={onOrder} onClose={() => setIsOpen(false)} />
    ),
  }
}

interface MethodSheetProps {
  order: Order
  methods: readonly PaymentMethod[]
  onOrder(order: Order | undefined): void
  onClose(): void
}

function MethodSheet({ order, methods, onOrder, onClose }: MethodSheetProps) {
  const { shopId, id: orderId, fulfilment } = order
  const [method, setMethod] = useState(methods[0] as PaymentMethod)
  const { busy, failure, send } = useRequest()
  const change = async () => {
    const params = { shopId, orderId }
    const reply = await send(() =>
      call('PUT /api/shops/:shopId/orders/:orderId/payment-method', { params, body: { method } }),
    )
    if (!reply || !(reply.ok || reply.failure.code === 'not-allowed-now')) return
    usePaymentAttempts.getState().remove(orderId)
    onClose()
    onOrder(reply.ok ? reply.data : undefined)
  }
  return (
    <Sheet title={payingWords.changeTitle} onClose={onClose}>
      <View {...aria({ role: 'radiogroup', label: payingWords.changeTitle })}>
        {methods.map((each) => (
          <Choice
            key={each}
            words={paymentWords(each, fulfilment)}
            note={isPaidInPerson(each) ? payLaterWords(fulfilment) : payingWords.changeNow}
            chosen={each === method}
            onPress={() => setMethod(each)}
          />
        ))}
      </View>
      <Alert className="ask-step__text">{failure && describeFailure(failure)}</Alert>
      <SheetAnswers no={payingWords.keep} onNo={onClose}>
        <Button onPress={() => void change()} busy={busy && payingWords.changing}>
          {payingWords.yes}
        </Button>
      </SheetAnswers>
    </Sheet>
  )
}
