import { Text, View } from '@tarojs/components'
import { type Day, dayOf } from '@/domain/day'
import { type Fulfilment, needsAddress, needsDate } from '@/domain/order/fulfilment'
import { MAX_NOTE_LENGTH } from '@/domain/order/order'
import { isPaidInPerson, type PaymentMethod } from '@/domain/payment/payment'
import type { CheckedLine } from '@/domain/product/cart-check'
import { MAX_PASTED_LENGTH } from '@/domain/receiver/receiver-parse'
import type { Shop } from '@/domain/shop/shop'
import { checkoutWords } from '@/locales/order/checkout'
import { deliveryTermsWords } from '@/locales/order/delivery-terms'
import { fulfilmentWords, payLaterWords, paymentWords } from '@/locales/order/fulfilment'
import { agreementWords } from '@/locales/parts/agreement'
import { storefrontWords } from '@/locales/storefront/storefront'
import { aria, pressable } from '@/platform/a11y/aria'
import { embeddedShop } from '@/platform/embedded-shop/embedded-shop'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Choice } from '@/ui/choice/choice'
import { DayChoice } from '@/ui/day-choice/day-choice'
import { Field } from '@/ui/field/field'
import { Loaded } from '@/ui/notice/loaded'
import { Segmented } from '@/ui/segmented/segmented'
import { SlotChoice } from '@/ui/slot-choice/slot-choice'
import { Alert } from '@/ui/text/alert'
import { LinesPart } from './lines/lines-part'
import { PickupPart } from './receiver/pickup-part'
import { fieldId, lengthError } from './receiver/receiver-fields'
import { ReceiverPart } from './receiver/receiver-part'
import { type CheckoutMessage, MessageAt } from './submit/checkout-message'
import type { CheckoutField, CheckoutForm } from './use-checkout-form'
import './checkout-form.scss'

const readDocuments = () => go(urlOf(embeddedShop() ? 'privacy' : 'documents'))

/** The age in ms up to which buyers are told that a shop is new before they pay. */
const NEW_SHOP_MS = 86_400_000

interface CheckoutFormViewProps {
  shop: Shop
  lines: readonly CheckedLine[]
  form: CheckoutForm
  /** The fields to mark as invalid, once the buyer has tried to order. */
  invalidFields: readonly CheckoutField[]
  focus: CheckoutField | undefined
  /** The reason why the last attempt failed. */
  message: CheckoutMessage | undefined
}

/** The checkout form: fulfilment, receiver, day, lines, payment and note on one screen. */
export function CheckoutFormView({
  shop,
  lines,
  form,
  invalidFields,
  focus,
  message,
}: CheckoutFormViewProps) {
  const { kind, setKind, day, delivery } = form
  const { kind: slotKind, slots = [], slot } = delivery
  /** True if the choice still has to be made, unless the message says so. */
  const isMissing = (field: 'slot' | 'payment') => invalidFields.includes(field) && message?.at !== field
  const asksDay = needsDate(kind) && lines.some((line) => line.quantity > 0 && !line.item.date)
  const options = shop.fulfilments.map((key) => ({ key, words: fulfilmentWords[key] }))
  return (
    <View className="checkout-form">
      <MessageAt at="top" message={message} />
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
          <Text className="checkout-form__remark">{deliveryTermsWords.sending(kind, shop)}</Text>
        )}
        {kind === 'pickup' && <PickupPart shop={shop} />}
        <ReceiverPart kind={kind} invalidFields={invalidFields} focus={focus} onNote={form.suggestNote} />
        {slotKind && (
          <View id={fieldId('slot')} className="checkout-form__part">
            <MessageAt at="slot" message={message} />
            <Card>
              <Loaded state={delivery.state} notFound={null}>
                {() => (
                  <SlotChoice
                    kind={slotKind}
                    slots={slots}
                    slot={slot}
                    missing={isMissing('slot')}
                    onChoose={form.setSlot}
                  />
                )}
              </Loaded>
            </Card>
          </View>
        )}
        {asksDay && <DayPart day={day} missing={invalidFields.includes('day')} onChange={form.setDay} />}
      </View>
      <View className="checkout-form__column">
        <LinesPart
          shop={shop}
          lines={lines}
          kind={kind}
          sums={form.sums}
          tooMany={invalidFields.includes('lines')}
        />
        <View id={fieldId('payment')} className="checkout-form__part">
          <MessageAt at="payment" message={message} />
          <PaymentPart
            kind={kind}
            methods={form.methods}
            method={form.method}
            missing={isMissing('payment')}
            isNewShop={serverNow() < shop.openedAt + NEW_SHOP_MS}
            onChoose={form.setMethod}
          />
        </View>
        <NotePart note={form.note} onChange={form.setNote} focus={focus === 'note'} />
        <View
          className="checkout-form__agree"
          {...pressable(agreementWords.order, readDocuments, { role: 'link' })}
        >
          <Text>{agreementWords.order}</Text>
        </View>
        <Button kind="line" icon="order" onPress={() => go(urlOf('orders'))}>
          {storefrontWords.end.orders}
        </Button>
      </View>
    </View>
  )
}

interface DayPartProps {
  day: Day | undefined
  missing: boolean
  onChange(day: Day): void
}

/** Chooses the day for all lines that need one and have none. */
function DayPart({ day, missing, onChange }: DayPartProps) {
  return (
    <View id={fieldId('day')}>
      <Card>
        <Text className="day-part__label">{checkoutWords.day}</Text>
        <Alert className="day-part__error">{missing && checkoutWords.dayError}</Alert>
        <DayChoice label={checkoutWords.day} today={dayOf(serverNow())} value={day} onChange={onChange} />
      </Card>
    </View>
  )
}

interface NotePartProps {
  note: string
  onChange(note: string): void
  focus: boolean
}

/** The buyer's note for the seller. */
function NotePart({ note, onChange, focus }: NotePartProps) {
  const { note: label, noteShort, notePlaceholder } = checkoutWords
  return (
    <Card>
      <View id={fieldId('note')}>
        <Field
          label={label}
          kind="lines"
          low
          value={note}
          onChange={onChange}
          placeholder={notePlaceholder}
          maxLength={MAX_PASTED_LENGTH}
          error={lengthError(noteShort, note.trim(), MAX_NOTE_LENGTH)}
          focus={focus}
        />
      </View>
    </Card>
  )
}

interface PaymentPartProps {
  kind: Fulfilment
  methods: readonly PaymentMethod[]
  method: PaymentMethod | undefined
  /** Says that one is to be chosen. */
  missing: boolean
  /** Says it before something is paid now. */
  isNewShop: boolean
  onChoose(method: PaymentMethod): void
}

/** Chooses among the payment methods that the fulfilment kind allows. */
function PaymentPart({ kind, methods, method, missing, isNewShop, onChoose }: PaymentPartProps) {
  if (methods.length === 0)
    return (
      <Card>
        <Alert className="payment-part__none">{checkoutWords.noWay}</Alert>
      </Card>
    )
  return (
    <Card>
      <Alert className="payment-part__error">{missing && checkoutWords.payError}</Alert>
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
      {isNewShop && method && !isPaidInPerson(method) && (
        <Text className="checkout-form__remark">{checkoutWords.payNewShop}</Text>
      )}
    </Card>
  )
}
