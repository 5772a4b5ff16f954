import { Image, Text } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import type { Id } from '@/domain/id'
import type { Order } from '@/domain/order/order'
import type { PaymentMethod } from '@/domain/payment/payment'
import { describeFailure } from '@/locales/failure'
import { paymentWords } from '@/locales/order/fulfilment'
import { payingWords } from '@/locales/payment/paying'
import { imageProps } from '@/platform/media/assets'
import { payment } from '@/platform/payment/payment'
import { Sheet } from '@/ui/sheet/sheet'
import type { OrderAction } from '../page/order-action'
import { OrderFoot } from '../page/order-foot'
import { type PaymentCalls, type PayOrder, usePayOrder } from './use-pay-order'
import '../steps/confirm-sheet.scss'

interface PayFooterProps<Shown> {
  orderId: Id
  order: Pick<Order, 'payment' | 'fulfilment' | 'total'>
  calls: PaymentCalls<Shown>
  opensAtOnce: boolean
  onOrder(order: Shown | undefined): void
  /** What can be done instead. */
  more?: readonly OrderAction[]
}

/** Pays an order that waits for its payment: the button that opens the till, and how the last attempt ended. */
export function PayFooter<Shown>({
  order,
  more = [],
  children,
  ...options
}: PropsWithChildren<PayFooterProps<Shown>>) {
  const { phase, result, code, hideCode, pay } = usePayOrder(options)
  const { method } = order.payment
  const scan = payingWords.scan(order.total)
  return (
    <OrderFoot
      main={{ words: payingWords.pay(paymentWords(method, order.fulfilment)), icon: 'money', run: pay }}
      more={more}
      busy={phase !== 'idle' && payingWords[phase]}
      message={phase === 'idle' && result && messageOf(result, method)}
      isTrouble={isTrouble(result)}
    >
      {code && (
        <Sheet title={scan} onClose={hideCode}>
          <Image className="pay-code" src={code} mode="aspectFit" {...imageProps(scan, false)} />
          <Text className="ask-step__text">{payingWords.scanNote}</Text>
        </Sheet>
      )}
      {children}
    </OrderFoot>
  )
}

/** Not paying, and waiting for the news of a payment, are no errors. */
const isTrouble = (result: PayOrder['result']): boolean => result !== 'cancelled' && result !== 'finished'

function messageOf(result: NonNullable<PayOrder['result']>, method: PaymentMethod): string {
  if (typeof result === 'string') return payingWords.closed[result]
  return result.code === 'payment-unavailable'
    ? payingWords.unavailable(method, payment.place())
    : describeFailure(result)
}
