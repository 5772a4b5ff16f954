import { Text, View } from '@tarojs/components'
import { type Fen, formatPrice, parseYuan } from '@/domain/money'
import { termsQuestionWords as words } from '@/locales/shop/wizard'
import { priceWords } from '@/locales/ui'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { NumberPad } from '@/ui/number-pad/number-pad'
import { Sheet } from '@/ui/sheet/sheet'
import type { ChargedKind } from './freight'
import './fee-sheet.scss'

interface FeeSheetProps {
  kind: ChargedKind
  /** The current fee, if one is set. */
  fee: Fen | undefined
  /** The amount typed so far, also on an earlier visit; absent if nothing was typed. */
  typed: string | undefined
  onType(typed: string): void
  onDone(fee: Fen): void
  onClose(): void
}

/** Enters the delivery or courier fee of one order; free delivery has its own button. */
export function FeeSheet({ kind, fee, typed: unfinished, onType, onDone, onClose }: FeeSheetProps) {
  const typed = unfinished ?? (fee ? formatPrice(fee) : '')
  const fen = parseYuan(typed) ?? 0
  const courier = kind === 'courier'
  return (
    <Sheet title={courier ? words.courierFeeSheet : words.feeSheet} onClose={onClose}>
      <View className="fee-sheet">
        <View className="fee-sheet__row">
          <View
            className="fee-sheet__amount"
            {...aria({ role: 'img', label: words.feeNow(typed), live: 'polite' })}
          >
            <Text>{priceWords.sign}</Text>
            <Text>{typed || '0'}</Text>
          </View>
          <Button kind="line" size="small" onPress={() => onDone(0)}>
            {courier ? words.freeCourier : words.free}
          </Button>
        </View>
        <NumberPad
          value={typed}
          onChange={onType}
          done={words.done}
          onDone={() => onDone(fen)}
          doneDisabled={fen === 0}
        />
      </View>
    </Sheet>
  )
}
