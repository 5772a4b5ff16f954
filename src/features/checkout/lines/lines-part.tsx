import { Text, View } from '@tarojs/components'
import { type Fulfilment, needsDate } from '@/domain/order/fulfilment'
import { MAX_LINES } from '@/domain/order/order'
import type { Totals } from '@/domain/product/cart'
import type { CheckedLine } from '@/domain/product/cart-check'
import type { Shop } from '@/domain/shop/shop'
import type { Trade } from '@/domain/shop/trade'
import { dayWords } from '@/locales/day'
import { checkoutWords } from '@/locales/order/checkout'
import { freightWords } from '@/locales/order/fulfilment'
import { backToShop } from '@/platform/navigation/navigate'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { LinePicture } from '@/ui/line-picture/line-picture'
import { Alert } from '@/ui/text/alert'
import { Texts } from '@/ui/text/texts'
import { fieldId } from '../receiver/receiver-fields'
import './lines-part.scss'

interface LinesPartProps {
  shop: Pick<Shop, 'slug' | 'trade'>
  lines: readonly CheckedLine[]
  kind: Fulfilment
  sums: Totals
  /** True if these are more lines than an order may have. */
  tooMany: boolean
}

/** The lines of the order, their sum and the freight. */
export function LinesPart({ shop: { slug, trade }, lines, kind, sums, tooMany }: LinesPartProps) {
  const { goods, sum } = checkoutWords
  const { name, free } = freightWords(kind)
  return (
    <Card>
      <View id={fieldId('lines')}>
        {tooMany && (
          <>
            <Alert className="lines-part__error">{checkoutWords.tooManyLines(MAX_LINES)}</Alert>
            <Button kind="line" size="small" onPress={() => backToShop(slug)}>
              {checkoutWords.toCart}
            </Button>
          </>
        )}
      </View>
      {lines.map((line) => (
        <LineRow
          key={`${line.item.skuId} ${line.item.date ?? ''}`}
          line={line}
          trade={trade}
          dated={needsDate(kind)}
        />
      ))}
      <View className="lines-part__sums">
        <View className="lines-part__sum">
          <Text>{goods}</Text>
          <Text>{sum(sums.goods)}</Text>
        </View>
        {kind !== 'on-site' && (
          <View className="lines-part__sum">
            <Text>{name}</Text>
            <Text>{sums.freight === 0 ? free : sum(sums.freight)}</Text>
          </View>
        )}
      </View>
    </Card>
  )
}

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
function LineRow({ line, trade, dated = false }: LineRowProps) {
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
        <Texts className="line-row__news" texts={describeChanges(line)} />
      </View>
    </View>
  )
}
