import { Text, View } from '@tarojs/components'
import { type Fulfilment, needsDate } from '@/domain/order/fulfilment'
import { MAX_LINES } from '@/domain/order/order'
import type { Totals } from '@/domain/product/cart'
import type { CheckedLine } from '@/domain/product/cart-check'
import type { Shop } from '@/domain/shop/shop'
import { checkoutWords } from '@/locales/order/checkout'
import { freightWords } from '@/locales/order/fulfilment'
import { backToShop } from '@/platform/navigation/navigate'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Alert } from '@/ui/text/alert'
import { fieldId } from '../receiver/receiver-fields'
import { LineRow } from './line-row'
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
            <Alert className="lines-part__fault">{checkoutWords.tooManyLines(MAX_LINES)}</Alert>
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
