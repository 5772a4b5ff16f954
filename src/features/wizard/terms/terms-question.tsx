import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { PointerPlace } from '@/domain/lesson/lesson'
import { needsAddress } from '@/domain/order/fulfilment'
import { groupPhone, isPhone } from '@/domain/receiver/receiver'
import { termsQuestionWords as words } from '@/locales/shop/wizard'
import { questionSpeech } from '@/locales/shop/wizard-speech'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Icon, type IconName } from '@/ui/icon/icon'
import { Texts } from '@/ui/text/texts'
import { PointerTarget } from '../lesson-hints'
import type { QuestionProps } from '../question'
import { QuestionFrame } from '../question-frame'
import { freightParts, lacksCourierFee } from './freight'
import { type TermsSheet, TermsSheets } from './terms-sheets'
import './terms-card.scss'

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

function phoneLine(phone: string): string {
  if (!phone) return words.phoneAdd
  return isPhone(phone) ? words.phoneNow(groupPhone(phone)) : words.phoneShort(groupPhone(phone))
}

/** The optional phone number for buyers, as a button. */
function PhoneRow({ phone, onPress }: { phone: string; onPress(): void }) {
  return (
    <Button kind="soft" size="small" icon="phone" onPress={onPress}>
      {phoneLine(phone)}
    </Button>
  )
}

interface TermsCardProps {
  place: PointerPlace
  icon: IconName
  title: string
  parts: readonly string[]
  more: string | null
  /** The button's text; `label` is its accessible name. */
  change: string
  label: string
  /** Absent if there is nothing to change. */
  onChange: (() => void) | undefined
}

/** One preset term of the shop in words, with a button to change it. */
function TermsCard({ place, icon, title, parts, more, change, label, onChange }: TermsCardProps) {
  return (
    <Card>
      <View className={`terms-card ${parts.length > 2 ? 'terms-card--many' : ''}`}>
        <View className="terms-card__row">
          <View className="terms-card__icon">
            <Icon name={icon} size={28} />
          </View>
          <View className="terms-card__words">
            <Text className="terms-card__title">{title}</Text>
            <Texts className="terms-card__part" texts={parts} />
            {more && <Text className="terms-card__more">{more}</Text>}
          </View>
        </View>
        {onChange && (
          <View className="terms-card__change">
            <Button kind="soft" size="small" label={label} onPress={onChange}>
              {change}
            </Button>
          </View>
        )}
        <PointerTarget place={place} />
      </View>
    </Card>
  )
}
