import { Text, View } from '@tarojs/components'
import { type Fen, formatPrice, parseYuan } from '@/domain/money'
import { priceDoubtWords as words } from '@/locales/product/price-doubt'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import './price-doubt-sheet.scss'

interface PriceDoubtSheetProps {
  /** Yuan as typed. */
  price: string
  /** The price until now. */
  before?: Fen
  unit: string
  onSure(): void
  onClose(): void
}

/** Asks to confirm a doubtful price. The confirm button is not at the place of the button that opened the sheet. */
export function PriceDoubtSheet({ price, before, unit, onSure, onClose }: PriceDoubtSheetProps) {
  return (
    <Sheet
      title={words.title(formatPrice(parseYuan(price) ?? 0), unit)}
      onClose={onClose}
      foot={<Button onPress={onClose}>{words.no}</Button>}
    >
      <View className="price-doubt-sheet">
        <Text className="price-doubt-sheet__text">
          {before === undefined ? words.text : words.changed(formatPrice(before))}
        </Text>
        <View className="price-doubt-sheet__sure">
          <Button kind="soft" onPress={onSure}>
            {words.yes}
          </Button>
        </View>
      </View>
    </Sheet>
  )
}
