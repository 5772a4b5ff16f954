import { Text, View } from '@tarojs/components'
import type { CheckedLine } from '@/domain/cart-check'
import { photoPath } from '@/domain/photo'
import type { Trade } from '@/domain/trade'
import { checkoutWords } from '@/locales/zh-CN/checkout'
import { dayWords } from '@/locales/zh-CN/day'
import { assetUrl } from '@/platform/network/asset-url'
import { Picture } from '@/ui/picture/picture'
import './line-row.scss'

interface LineRowProps {
  line: CheckedLine
  trade: Trade
  /** Things are for a day, and it is said. */
  dated?: boolean
}

function newsOf({ trouble, priceWas, price, quantity, unit }: CheckedLine): string[] {
  const { news } = checkoutWords
  const changed = priceWas !== undefined && quantity > 0 ? [news.price(priceWas, price)] : []
  if (!trouble) return changed
  return [trouble === 'short' ? news.short(quantity, unit) : news[trouble], ...changed]
}

/** One thing that is bought: its picture, price, quantity and day, and what changed since it was chosen. */
export function LineRow({ line, trade, dated = false }: LineRowProps) {
  const { name, label, photo, price, quantity, unit, item } = line
  return (
    <View className={`line-row ${quantity === 0 ? 'line-row--out' : ''}`}>
      <View className="line-row__picture">
        <Picture
          src={photo && assetUrl(photoPath(photo.hash, 375))}
          art={trade}
          goods={name}
          alt=""
          ratio={1}
          rounded
        />
      </View>
      <View className="line-row__words">
        <Text className="line-row__name">{label ? `${name} ${label}` : name}</Text>
        {dated && item.date && <Text className="line-row__note">{dayWords(item.date)}</Text>}
        <View className="line-row__facts">
          <Text className="line-row__price">{checkoutWords.sum(price)}</Text>
          {quantity > 0 && <Text className="line-row__note">{checkoutWords.quantity(quantity, unit)}</Text>}
        </View>
        {newsOf(line).map((words) => (
          <Text key={words} className="line-row__news">
            {words}
          </Text>
        ))}
      </View>
    </View>
  )
}
