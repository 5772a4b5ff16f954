import { Text, View } from '@tarojs/components'
import type { CheckedLine } from '@/domain/cart-check'
import { photoPath } from '@/domain/photo'
import type { Trade } from '@/domain/trade'
import { cartWords } from '@/locales/zh-CN/cart'
import { assetUrl } from '@/platform/network/asset-url'
import { Button } from '@/ui/button/button'
import { Picture } from '@/ui/picture/picture'
import { Price } from '@/ui/price/price'
import { Stepper } from '@/ui/stepper/stepper'
import { lineNews } from './line-news'
import './cart-row.scss'

interface CartRowProps {
  line: CheckedLine
  trade: Trade
  /** How many there may be at most. */
  most: number
  onQuantity(quantity: number): void
}

/** One line of the cart: what it is, what it costs now, what has changed, and how many. */
export function CartRow({ line, trade, most, onQuantity }: CartRowProps) {
  const { name, label, unit, photo, price, quantity, item } = line
  const news = lineNews(line)
  const full = label ? `${name} ${label}` : name
  return (
    <View className={`cart-row ${quantity === 0 ? 'cart-row--out' : ''}`}>
      <View className="cart-row__parts">
        <View className="cart-row__picture">
          <Picture
            src={photo && assetUrl(photoPath(photo.hash, 375))}
            art={trade}
            goods={name}
            alt=""
            ratio={1}
            rounded
          />
        </View>
        <View className="cart-row__words">
          <Text className="cart-row__name">{full}</Text>
          {item.date && <Text className="cart-row__note">{cartWords.day(item.date)}</Text>}
          <Price fen={price} unit={unit} size="small" />
          {news.map((words) => (
            <Text key={words} className="cart-row__news">
              {words}
            </Text>
          ))}
        </View>
        <View className="cart-row__actions">
          <Button kind="line" size="small" label={cartWords.removeLabel(full)} onPress={() => onQuantity(0)}>
            {cartWords.remove}
          </Button>
          {quantity > 0 && <Stepper label={full} value={quantity} min={1} max={most} onChange={onQuantity} />}
        </View>
      </View>
    </View>
  )
}
