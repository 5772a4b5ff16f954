import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { type Fen, formatPrice } from '@/domain/money'
import { type FreightRule, freightRuleOf, type ShopFreight } from '@/domain/order/freight'
import { fulfilmentWords } from '@/locales/order/fulfilment'
import { termsQuestionWords as words } from '@/locales/shop/wizard'
import { Button } from '@/ui/button/button'
import { Chip } from '@/ui/chip/chip'
import { Segmented } from '@/ui/segmented/segmented'
import { Sheet } from '@/ui/sheet/sheet'
import { type ChargedKind, withRule } from './freight'
import './terms-sheet.scss'

const fees: Record<ChargedKind, readonly Fen[]> = {
  local: [0, 300, 500, 1000],
  courier: [0, 800, 1000, 1500],
}
const limits: readonly (Fen | undefined)[] = [undefined, 5000, 9900, 19900]

interface MoneySheetProps {
  /** The charged fulfilment kinds, at least one. */
  kinds: readonly ChargedKind[]
  first: ChargedKind
  freight: ShopFreight
  onChange(freight: ShopFreight): void
  /** Opens the input for a custom fee. */
  onOther(kind: ChargedKind): void
  onClose(): void
}

/** Chooses the fee and free-delivery limit of each charged kind. */
export function MoneySheet({ kinds, first, freight, onChange, onOther, onClose }: MoneySheetProps) {
  const [kind, setKind] = useState(first)
  const rule = freightRuleOf(freight, kind)
  const change = (next: FreightRule) => onChange(withRule(freight, kind, next))
  return (
    <Sheet title={words.moneySheet} onClose={onClose} foot={<Button onPress={onClose}>{words.done}</Button>}>
      <View className="terms-sheet">
        {kinds.length > 1 && (
          <Segmented<ChargedKind>
            label={words.moneyKinds}
            options={kinds.map((key) => ({ key, words: fulfilmentWords[key] }))}
            value={kind}
            onChange={setKind}
          />
        )}
        <FeeChips kind={kind} rule={rule} onChange={change} onOther={() => onOther(kind)} />
        {rule.fee > 0 && <LimitChips rule={rule} onChange={change} />}
      </View>
    </Sheet>
  )
}

interface ChipsProps {
  rule: FreightRule
  onChange(rule: FreightRule): void
}

function FeeChips({ kind, rule, onChange, onOther }: ChipsProps & { kind: ChargedKind; onOther(): void }) {
  const { fee, freeOver } = rule
  const shown = [...new Set([...fees[kind], fee])]
  const free = kind === 'courier' ? words.freeCourier : words.free
  const setFee = (next: Fen) =>
    onChange(next === 0 || freeOver === undefined ? { fee: next } : { fee: next, freeOver })
  return (
    <>
      <Text className="terms-sheet__hint">{words.fee}</Text>
      <View className="terms-sheet__chips">
        {shown.map((fen) => (
          <Chip key={fen} role="radio" on={fen === fee} onPress={() => setFee(fen)}>
            {fen === 0 ? free : words.yuan(formatPrice(fen))}
          </Chip>
        ))}
        <Chip on={false} onPress={onOther}>
          {words.otherFee}
        </Chip>
      </View>
    </>
  )
}

function LimitChips({ rule: { fee, freeOver }, onChange }: ChipsProps) {
  return (
    <>
      <Text className="terms-sheet__hint">{words.freeOver}</Text>
      <View className="terms-sheet__chips">
        {limits.map((limit) => (
          <Chip
            key={limit ?? 0}
            role="radio"
            on={limit === freeOver}
            onPress={() => onChange(limit === undefined ? { fee } : { fee, freeOver: limit })}
          >
            {limit === undefined ? words.neverFree : words.yuan(formatPrice(limit))}
          </Chip>
        ))}
      </View>
    </>
  )
}
