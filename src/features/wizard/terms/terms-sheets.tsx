import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Fen } from '@/domain/money'
import { freightRuleOf } from '@/domain/order/freight'
import type { Fulfilment } from '@/domain/order/fulfilment'
import { groupPhone, isPhone } from '@/domain/receiver/receiver'
import { termsQuestionWords as words } from '@/locales/shop/wizard'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { Field } from '@/ui/field/field'
import { FulfilmentChoices } from '@/ui/fulfilment/fulfilment-choices'
import { NumberPad } from '@/ui/number-pad/number-pad'
import { Sheet } from '@/ui/sheet/sheet'
import type { ShopDraft } from '../shop-draft'
import { FeeSheet } from './fee-sheet'
import { type ChargedKind, chargedKindsOf, lacksCourierFee, withFee } from './freight'
import { MoneySheet } from './money-sheet'
import './terms-sheet.scss'
import './fee-sheet.scss'

export type TermsSheet = 'money' | 'delivery' | 'phone' | 'local-fee' | 'courier-fee'

interface TermsSheetsProps {
  open: TermsSheet
  setOpen(sheet: TermsSheet | null): void
  draft: ShopDraft
  change(part: Partial<ShopDraft>): void
}

/** The sheets of the terms question; the fee sheet returns to the sheet that opened it. */
export function TermsSheets({ open, setOpen, draft, change }: TermsSheetsProps) {
  const [from, setFrom] = useState<TermsSheet | null>(null)
  const [charged, setCharged] = useState<ChargedKind>()
  const close = () => setOpen(null)
  const askFee = (kind: ChargedKind, sheet: TermsSheet) => {
    setFrom(sheet)
    setCharged(kind)
    setOpen(kind === 'courier' ? 'courier-fee' : 'local-fee')
  }
  const kinds = chargedKindsOf(draft)
  const [first = 'local'] = kinds

  if (open === 'phone')
    return <PhoneSheet phone={draft.phone} onChange={(phone) => change({ phone })} onClose={close} />
  if (open === 'delivery')
    return (
      <DeliverySheet
        draft={draft}
        change={change}
        onCourier={() => askFee('courier', 'delivery')}
        onClose={close}
      />
    )
  if (open === 'money' && !lacksCourierFee(draft))
    return (
      <MoneySheet
        kinds={kinds}
        first={charged && kinds.includes(charged) ? charged : first}
        freight={draft.freight}
        onChange={(freight) => change({ freight })}
        onOther={(kind) => askFee(kind, 'money')}
        onClose={close}
      />
    )
  const kind = open === 'local-fee' ? 'local' : 'courier'
  return <ChargedFeeSheet kind={kind} draft={draft} change={change} onClose={() => setOpen(from)} />
}

interface ChargedFeeSheetProps {
  kind: ChargedKind
  draft: ShopDraft
  change(part: Partial<ShopDraft>): void
  onClose(): void
}

function ChargedFeeSheet({ kind, draft, change, onClose }: ChargedFeeSheetProps) {
  const { [kind]: typed, ...otherTyped } = draft.typedFees
  const close = () => {
    change({ typedFees: otherTyped })
    onClose()
  }
  const done = (fee: Fen) => {
    change(withFee(draft, kind, fee))
    close()
  }
  const unknown = kind === 'courier' && !draft.freight.courier
  return (
    <FeeSheet
      kind={kind}
      fee={unknown ? undefined : freightRuleOf(draft.freight, kind).fee}
      typed={typed}
      onType={(text) => change({ typedFees: { ...otherTyped, [kind]: text } })}
      onDone={done}
      onClose={close}
    />
  )
}

interface DeliverySheetProps {
  draft: ShopDraft
  change(part: Partial<ShopDraft>): void
  /** Called instead of choosing courier: entering its fee chooses it. */
  onCourier(): void
  onClose(): void
}

/** Chooses the fulfilment kinds of the shop, at least one; the payment methods follow from them. */
function DeliverySheet({ draft, change, onCourier, onClose }: DeliverySheetProps) {
  const chosen = draft.fulfilments
  const toggle = (kind: Fulfilment, toggled: Fulfilment[]) => {
    if (kind === 'courier' && !chosen.includes(kind)) return onCourier()
    if (toggled.length > 0) change({ fulfilments: toggled })
  }
  return (
    <Sheet
      title={words.deliverySheet}
      onClose={onClose}
      foot={<Button onPress={onClose}>{words.done}</Button>}
    >
      <View className="terms-sheet">
        <Text className="terms-sheet__hint">{words.deliveryHint}</Text>
        <FulfilmentChoices chosen={chosen} onToggle={toggle} />
        {chosen.includes('pickup') && (
          <Field
            label={words.place}
            value={draft.pickupPlace}
            placeholder={words.placeExample}
            onChange={(pickupPlace) => change({ pickupPlace })}
          />
        )}
      </View>
    </Sheet>
  )
}

/** Length of a landline number with its area code. */
const MAX_DIGITS = 12
const MOBILE_DIGITS = 11

interface PhoneSheetProps {
  phone: string
  onChange(phone: string): void
  onClose(): void
}

/** Enters or removes the phone number that buyers call. */
function PhoneSheet({ phone, onChange, onClose }: PhoneSheetProps) {
  const isInvalid = phone.length >= MOBILE_DIGITS && !isPhone(phone)
  const removePhone = () => {
    onChange('')
    onClose()
  }
  return (
    <Sheet title={words.phoneSheet} onClose={onClose}>
      <View className="fee-sheet">
        <Text className={isInvalid ? 'fee-sheet__wrong' : 'fee-sheet__hint'} {...aria({ live: 'polite' })}>
          {isInvalid ? words.phoneWrong : words.phoneHint}
        </Text>
        <View className="fee-sheet__row">
          <View className="fee-sheet__phone" {...aria({ role: 'img', label: words.phoneNow(phone) })}>
            <Text>{groupPhone(phone)}</Text>
          </View>
          <Button kind="line" size="small" onPress={removePhone}>
            {words.phoneNo}
          </Button>
        </View>
        <NumberPad
          digits={MAX_DIGITS}
          value={phone}
          onChange={onChange}
          done={words.done}
          onDone={onClose}
          doneDisabled={!isPhone(phone)}
        />
      </View>
    </Sheet>
  )
}
