import { View } from '@tarojs/components'
import { useState } from 'react'
import type { FreightRule } from '@/domain/freight'
import { needsAddress } from '@/domain/fulfilment'
import { formatPrice } from '@/domain/money'
import { Button } from '@/ui/button/button'
import { termsQuestionWords as words } from '@/words/zh/wizard'
import { questionSpeech } from '@/words/zh/wizard-speech'
import type { QuestionProps } from '../question'
import { QuestionFrame } from '../question-frame'
import { DeliverySheet } from './delivery-sheet'
import { MoneySheet } from './money-sheet'
import { TermsCard } from './terms-card'

function freightSentence({ fee, freeOver }: FreightRule): string | null {
  if (fee === 0) return null
  return words.freight(formatPrice(fee), freeOver === undefined ? null : formatPrice(freeOver))
}

/** How money comes in and goods go out: chosen for them, said in a sentence each, changed if wanted. */
export function TermsQuestion({ draft, change, onDone }: QuestionProps) {
  const [open, setOpen] = useState<'money' | 'delivery' | null>(null)
  const { fulfilments, freight, pickupPlace } = draft
  const close = () => setOpen(null)
  const sends = fulfilments.some(needsAddress)
  const guests = fulfilments.includes('on-site')
  const moneyParts = words.moneyParts(fulfilments)
  const deliveryParts = words.deliveryParts(fulfilments, pickupPlace.trim())
  const charged = sends && freight.fee > 0 ? freight : null
  const speech = questionSpeech.terms({ moneyParts, freight: charged, guests, deliveryParts })
  return (
    <>
      <QuestionFrame
        title={words.title}
        speech={speech}
        foot={<Button onPress={onDone}>{words.next}</Button>}
      >
        <View className="terms-cards">
          <TermsCard
            icon="money"
            title={words.money}
            parts={moneyParts}
            more={sends ? freightSentence(freight) : null}
            change={words.changeMoney}
            label={words.changeMoney}
            // where people come themselves nothing is sent, so there is nothing to charge for
            onChange={sends ? () => setOpen('money') : undefined}
          />
          <TermsCard
            icon="truck"
            title={guests ? words.guests : words.delivery}
            parts={deliveryParts}
            more={null}
            change={words.change}
            label={words.changeDelivery}
            onChange={() => setOpen('delivery')}
          />
        </View>
      </QuestionFrame>
      {open === 'money' && (
        <MoneySheet freight={freight} onChange={(rule) => change({ freight: rule })} onClose={close} />
      )}
      {open === 'delivery' && <DeliverySheet draft={draft} change={change} onClose={close} />}
    </>
  )
}
