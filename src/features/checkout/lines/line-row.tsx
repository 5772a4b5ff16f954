import { Text, View } from '@tarojs/components'
import type { CheckedLine } from '@/domain/product/cart-check'
import type { Trade } from '@/domain/shop/trade'
import { dayWords } from '@/locales/day'
import { checkoutWords } from '@/locales/order/checkout'
import { LinePicture } from '@/ui/line-picture/line-picture'
import './line-row.scss'

interface LineRowProps {
  line: CheckedLine
  trade: Trade
  /** True if the line shows its day. */
  dated?: boolean
}

function describeChanges({ issue, priceWas, price, quantity, unit }: CheckedLine): string[] {
  const { news } = checkoutWords
  const changed = priceWas !== undefined && quantity > 0 ? [news.price(priceWas, price)] : []
  if (!issue) return changed
  return [issue === 'short' ? news.short(quantity, unit) : news[issue], ...changed]
}

/** One line of the order: picture, price, quantity, day, and the changes since it was added to the cart. */
export function LineRow({ line, trade, dated = false }: LineRowProps) {
  const { name, label, price, quantity, unit, item } = line
  return (
    <View className={`line-row ${quantity === 0 ? 'line-row--out' : ''}`}>
      <View className="line-row__picture">
        <LinePicture line={line} trade={trade} />
      </View>
      <View className="line-row__words">
        <Text className="line-row__name">{label ? `${name} ${label}` : name}</Text>
        {dated && item.date && <Text className="line-row__note">{dayWords(item.date)}</Text>}
        <View className="line-row__facts">
          <Text className="line-row__price">{checkoutWords.sum(price)}</Text>
          {quantity > 0 && <Text className="line-row__note">{checkoutWords.quantity(quantity, unit)}</Text>}
        </View>
        {describeChanges(line).map((words) => (
          <Text key={words} className="line-row__news">
            {words}
          </Text>
        ))}
      </View>
    </View>
  )
}
