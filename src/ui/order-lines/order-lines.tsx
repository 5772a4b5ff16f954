import { Text, View } from '@tarojs/components'
import { formatYuan } from '@/domain/money'
import type { OrderLine } from '@/domain/order/order'
import type { Trade } from '@/domain/shop/trade'
import { orderLinesWords } from '@/locales/order/order-lines'
import { LinePicture } from '@/ui/line-picture/line-picture'
import { Price } from '@/ui/price/price'
import './order-lines.scss'

export interface OrderLinesProps {
  lines: readonly OrderLine[]
  /** Selects the drawing for lines without a photo. */
  trade: Trade
  /** The sum of a single line is that of the order, which stands below. */
  hasTotal?: boolean
}

function Line({ line, trade, hasSum }: { line: OrderLine; trade: Trade; hasSum: boolean }) {
  return (
    <View className="order-lines__line">
      <View className="order-lines__picture">
        <LinePicture line={line} trade={trade} />
      </View>
      <View className="order-lines__what">
        <Text className="order-lines__name">{orderLinesWords.name(line.name, line.label)}</Text>
        {line.date && <Text className="order-lines__date">{orderLinesWords.date(line.date)}</Text>}
        <View className="order-lines__each">
          <Price fen={line.price} unit={line.unit} size="small" />
          <Text className="order-lines__count">{orderLinesWords.count(line.quantity, line.unit)}</Text>
        </View>
      </View>
      {hasSum && (
        <Text className="order-lines__sum">
          {orderLinesWords.yuan(formatYuan(line.price * line.quantity))}
        </Text>
      )}
    </View>
  )
}

/** The lines of an order: picture, name, unit price, quantity and sum. */
export function OrderLines({ lines, trade, hasTotal = false }: OrderLinesProps) {
  return (
    <View className="order-lines">
      {lines.map((line) => (
        <Line
          key={`${line.skuId} ${line.date ?? ''}`}
          line={line}
          trade={trade}
          hasSum={!hasTotal || lines.length > 1}
        />
      ))}
    </View>
  )
}
