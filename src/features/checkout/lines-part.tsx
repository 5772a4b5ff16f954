import { Text, View } from '@tarojs/components'
import type { Totals } from '@/domain/cart'
import type { CheckedLine } from '@/domain/cart-check'
import { type Fulfilment, needsDate } from '@/domain/fulfilment'
import type { Trade } from '@/domain/trade'
import { checkoutWords } from '@/locales/checkout'
import { freightWords } from '@/locales/fulfilment'
import { Card } from '@/ui/card/card'
import { LineRow } from './line-row'
import './lines-part.scss'

interface LinesPartProps {
  lines: readonly CheckedLine[]
  trade: Trade
  kind: Fulfilment
  sums: Totals
}

/** The lines of the order, their sum and the freight. */
export function LinesPart({ lines, trade, kind, sums }: LinesPartProps) {
  const { goods, sum } = checkoutWords
  const { name, free } = freightWords(kind)
  return (
    <Card>
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
