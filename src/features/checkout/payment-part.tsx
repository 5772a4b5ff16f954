import { View } from '@tarojs/components'
import type { Fulfilment } from '@/domain/order/fulfilment'
import { isPaidInPerson, type PaymentMethod } from '@/domain/payment/payment'
import { checkoutWords } from '@/locales/order/checkout'
import { payLaterWords, paymentWords } from '@/locales/order/fulfilment'
import { aria } from '@/platform/a11y/aria'
import { Card } from '@/ui/card/card'
import { Choice } from '@/ui/choice/choice'
import { Alert } from '@/ui/text/alert'
import './payment-part.scss'

interface PaymentPartProps {
  kind: Fulfilment
  methods: readonly PaymentMethod[]
  method: PaymentMethod | undefined
  /** Says that one is to be chosen. */
  missing: boolean
  onChoose(method: PaymentMethod): void
}

/** Chooses among the payment methods that the fulfilment kind allows. */
export function PaymentPart({ kind, methods, method, missing, onChoose }: PaymentPartProps) {
  if (methods.length === 0)
    return (
      <Card>
        <Alert className="payment-part__none">{checkoutWords.noWay}</Alert>
      </Card>
    )
  return (
    <Card>
      <Alert className="payment-part__fault">{missing && checkoutWords.payFault}</Alert>
      <View {...aria({ role: 'radiogroup', label: checkoutWords.pay })}>
        {methods.map((each) => (
          <Choice
            key={each}
            words={paymentWords(each, kind)}
            note={isPaidInPerson(each) ? payLaterWords(kind) : checkoutWords.payNow}
            chosen={each === method}
            onPress={() => onChoose(each)}
          />
        ))}
      </View>
    </Card>
  )
}
