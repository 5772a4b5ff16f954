import { Text, View } from '@tarojs/components'
import type { CheckedLine } from '@/domain/product/cart-check'
import type { Trade } from '@/domain/shop/trade'
import { cartWords } from '@/locales/order/cart'
import { Button } from '@/ui/button/button'
import { LinePicture } from '@/ui/line-picture/line-picture'
import { Price } from '@/ui/price/price'
import { Stepper } from '@/ui/stepper/stepper'
import { Texts } from '@/ui/text/texts'
import './cart-row.scss'

/** Describes what has changed about a line since it was added: its issue and its price. */
export function describeLineChanges({ issue, price, priceWas, unit, quantity }: CheckedLine): string[] {
  const words = cartWords.problems
  const changed = priceWas !== undefined && quantity > 0 ? [cartWords.priceChanged(priceWas, price)] : []
  if (!issue) return changed
  return [issue === 'short' ? words.short(quantity, unit) : words[issue], ...changed]
}

interface CartRowProps {
  line: CheckedLine
  trade: Trade
  /** The highest quantity that the stock allows. */
  maxQuantity: number
  onQuantity(quantity: number): void
}

/** One line of the cart: picture, name, current price, changes, and a stepper for its quantity. */
export function CartRow({ line, trade, maxQuantity, onQuantity }: CartRowProps) {
  const { name, label, unit, price, quantity, item } = line
  const changes = describeLineChanges(line)
  const fullName = label ? `${name} ${label}` : name
  return (
    <View className={`cart-row ${quantity === 0 ? 'cart-row--out' : ''}`}>
      <View className="cart-row__parts">
        <View className="cart-row__picture">
          <LinePicture line={line} trade={trade} />
        </View>
        <View className="cart-row__words">
          <Text className="cart-row__name">{fullName}</Text>
          {item.date && <Text className="cart-row__note">{cartWords.day(item.date)}</Text>}
          <Price fen={price} unit={unit} size="small" />
          <Texts className="cart-row__news" texts={changes} />
        </View>
        <View className="cart-row__actions">
          <Button
            kind="line"
            size="small"
            label={cartWords.removeLabel(fullName)}
            onPress={() => onQuantity(0)}
          >
            {cartWords.remove}
          </Button>
          {quantity > 0 && (
            <Stepper label={fullName} value={quantity} min={1} max={maxQuantity} onChange={onQuantity} />
          )}
        </View>
      </View>
    </View>
  )
}
