import { View } from '@tarojs/components'
import { useState } from 'react'
import { needsAddress } from '@/domain/order/fulfilment'
import { termsQuestionWords as words } from '@/locales/shop/wizard'
import { questionSpeech } from '@/locales/shop/wizard-speech'
import { Button } from '@/ui/button/button'
import { PointerTarget } from '../lesson-hints'
import type { QuestionProps } from '../question'
import { QuestionFrame } from '../question-frame'
import { freightParts, lacksCourierFee } from './freight'
import { PhoneRow } from './phone-row'
import { TermsCard } from './terms-card'
import { type TermsSheet, TermsSheets } from './terms-sheets'

/** The question about payment, delivery and phone; all answers are preset by the trade and can be changed. */
export function TermsQuestion({ draft, change, onDone }: QuestionProps) {
  const [open, setOpen] = useState<TermsSheet | null>(null)
  const { fulfilments, pickupPlace } = draft
  const sends = fulfilments.some(needsAddress)
  const guests = fulfilments.includes('on-site')
  const moneyParts = words.moneyParts(fulfilments)
  const deliveryParts = words.deliveryParts(fulfilments, pickupPlace.trim())
  const freight = freightParts(draft)
  const speech = questionSpeech.terms({ moneyParts, freight, guests, deliveryParts })
  const next = () => (lacksCourierFee(draft) ? setOpen('courier-fee') : onDone())
  return (
    <>
      <QuestionFrame title={words.title} speech={speech} foot={<Button onPress={next}>{words.next}</Button>}>
        <View className="terms-cards">
          <TermsCard
            place="money"
            icon="money"
            title={words.money}
            parts={moneyParts}
            more={freight.join('，') || null}
            change={words.changeMoney}
            label={words.changeMoney}
            // without a fulfilment kind that needs an address there is no fee to change
            onChange={sends ? () => setOpen('money') : undefined}
          />
          <TermsCard
            place="delivery"
            icon="truck"
            title={guests ? words.guests : words.delivery}
            parts={deliveryParts}
            more={null}
            change={words.change}
            label={words.changeDelivery}
            onChange={() => setOpen('delivery')}
          />
          <View className="terms-cards__phone">
            <PhoneRow phone={draft.phone} onPress={() => setOpen('phone')} />
            <PointerTarget place="phone" />
          </View>
        </View>
      </QuestionFrame>
      {open && <TermsSheets open={open} setOpen={setOpen} draft={draft} change={change} />}
    </>
  )
}
