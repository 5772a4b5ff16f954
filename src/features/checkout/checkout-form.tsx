import { Text, View } from '@tarojs/components'
import type { CheckedLine } from '@/domain/cart-check'
import { type Fulfilment, needsAddress, needsDate } from '@/domain/fulfilment'
import type { Shop } from '@/domain/shop'
import { checkoutWords } from '@/locales/zh-CN/checkout'
import { fulfilmentWords } from '@/locales/zh-CN/fulfilment'
import { sectionWords } from '@/locales/zh-CN/sections'
import { aria } from '@/platform/a11y/aria'
import { Segmented } from '@/ui/segmented/segmented'
import { DayPart } from './day-part'
import { LinesPart } from './lines-part'
import { NotePart } from './note-part'
import { PaymentPart } from './payment-part'
import { ReceiverPart } from './receiver-part'
import type { CheckoutForm, FaultField } from './use-checkout-form'
import { WherePart } from './where-part'
import './checkout-form.scss'

interface CheckoutFormViewProps {
  shop: Shop
  lines: readonly CheckedLine[]
  form: CheckoutForm
  /** What to point at, once people tried to order. */
  faults: readonly FaultField[]
  focus: FaultField | undefined
  /** Said above all: why the last try came to nothing. */
  said: string | undefined
}

/** The whole order on one screen. */
export function CheckoutFormView({ shop, lines, form, faults, focus, said }: CheckoutFormViewProps) {
  const { kind, setKind, day } = form
  const asksDay = needsDate(kind) && lines.some((line) => line.quantity > 0 && !line.item.date)
  const options = shop.fulfilments.map((key) => ({ key, words: fulfilmentWords[key] }))
  return (
    <View className="checkout-form">
      {said && (
        <Text className="checkout-form__said" {...aria({ role: 'alert' })}>
          {said}
        </Text>
      )}
      <View className="checkout-form__column">
        {options.length > 1 && (
          <Segmented<Fulfilment>
            label={checkoutWords.kinds}
            options={options}
            value={kind}
            onChange={setKind}
          />
        )}
        {needsAddress(kind) && (
          <Text className="checkout-form__freight">{sectionWords.delivery.sending(kind, shop)}</Text>
        )}
        {kind === 'pickup' && <WherePart shop={shop} />}
        <ReceiverPart kind={kind} faults={faults} focus={focus} onNote={form.suggestNote} />
        {asksDay && <DayPart day={day} missing={faults.includes('day')} onChange={form.setDay} />}
      </View>
      <View className="checkout-form__column">
        <LinesPart lines={lines} trade={shop.trade} kind={kind} sums={form.sums} />
        <PaymentPart kind={kind} methods={form.methods} method={form.method} onChoose={form.setMethod} />
        <NotePart note={form.note} onChange={form.setNote} focus={focus === 'note'} />
      </View>
    </View>
  )
}
