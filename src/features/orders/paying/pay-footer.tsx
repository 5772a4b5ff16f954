import { Image, Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Id } from '@/domain/id'
import type { Order } from '@/domain/order/order'
import type { PaymentMethod } from '@/domain/payment/payment'
import { describeFailure } from '@/locales/failure'
import { paymentWords } from '@/locales/order/fulfilment'
import { payingWords } from '@/locales/payment/paying'
import { aria } from '@/platform/a11y/aria'
import { imageProps } from '@/platform/media/assets'
import { payment } from '@/platform/payment/payment'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { type PaymentCalls, type PayOrder, usePayOrder } from './use-pay-order'
import '../steps/confirm-sheet.scss'
import '../steps/order-step-buttons.scss'

interface PayFooterProps<Shown> {
  orderId: Id
  order: Pick<Order, 'payment' | 'fulfilment' | 'total'>
  calls: PaymentCalls<Shown>
  opensAtOnce: boolean
  onOrder(order: Shown | undefined): void
  /** Other ways to have the order paid. */
  children?: ReactNode
}

/** Pays an order that waits for its payment: the button that opens the till, and how the last attempt ended. */
export function PayFooter<Shown>({ order, children, ...options }: PayFooterProps<Shown>) {
  const { phase, result, code, hideCode, pay } = usePayOrder(options)
  const message = phase === 'idle' && result && messageOf(result, order.payment.method)
  const how = paymentWords(order.payment.method, order.fulfilment)
  return (
    <View className="step-buttons">
      {message && (
        <Text
          className={isTrouble(result) ? 'step-buttons__trouble' : 'step-buttons__note'}
          {...aria({ role: 'alert' })}
        >
          {message}
        </Text>
      )}
      <Button onPress={pay} busy={phase !== 'idle' && payingWords[phase]}>
        {payingWords.pay(how, order.total)}
      </Button>
      {children && <View className="step-buttons__others">{children}</View>}
      {code && (
        <Sheet title={payingWords.scan(order.total)} onClose={hideCode}>
          <Image
            className="pay-code"
            src={code}
            mode="aspectFit"
            {...imageProps(payingWords.scan(order.total), false)}
          />
          <Text className="ask-step__text">{payingWords.scanNote}</Text>
        </Sheet>
      )}
    </View>
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
