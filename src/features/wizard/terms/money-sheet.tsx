import { Text, View } from '@tarojs/components'
import type { FreightRule } from '@/domain/freight'
import { type Fen, formatPrice } from '@/domain/money'
import { Button } from '@/ui/button/button'
import { Chip } from '@/ui/chip/chip'
import { Sheet } from '@/ui/sheet/sheet'
import { termsQuestionWords as words } from '@/words/zh/wizard'
import './terms-sheet.scss'

const fees: readonly Fen[] = [0, 300, 500, 1000]
const limits: readonly (Fen | undefined)[] = [undefined, 5000, 9900, 19900]

interface MoneySheetProps {
  freight: FreightRule
  onChange(rule: FreightRule): void
  onClose(): void
}

/** What sending costs the buyer, in a few usual amounts; any other is set later in the shop's settings. */
export function MoneySheet({ freight, onChange, onClose }: MoneySheetProps) {
  const { fee, freeOver } = freight
  const setFee = (next: Fen) =>
    onChange(next === 0 || freeOver === undefined ? { fee: next } : { fee: next, freeOver })
  return (
    <Sheet title={words.moneySheet} onClose={onClose} foot={<Button onPress={onClose}>{words.done}</Button>}>
      <View className="terms-sheet">
        <Text className="terms-sheet__hint">{words.fee}</Text>
        <View className="terms-sheet__chips">
          {fees.map((fen) => (
            <Chip key={fen} role="radio" on={fen === fee} onPress={() => setFee(fen)}>
              {fen === 0 ? words.free : words.yuan(formatPrice(fen))}
            </Chip>
          ))}
        </View>
        {fee > 0 && (
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
        )}
      </View>
    </Sheet>
  )
}
