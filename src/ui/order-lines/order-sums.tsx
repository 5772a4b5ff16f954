import { Text, View } from '@tarojs/components'
import { formatYuan } from '@/domain/money'
import { type Fulfilment, needsAddress } from '@/domain/order/fulfilment'
import type { Totals } from '@/domain/product/cart'
import { freightWords } from '@/locales/order/fulfilment'
import { orderLinesWords } from '@/locales/order/order-lines'
import './order-lines.scss'

function Row({ name, amount, total = false }: { name: string; amount: string; total?: boolean }) {
  return (
    <View className={`order-sums__row ${total ? 'order-sums__row--total' : ''}`}>
      <Text>{name}</Text>
      <Text className="order-sums__amount">{amount}</Text>
    </View>
  )
}

/** Goods, freight and total of an order; goods only where a freight makes them another sum, and a freight only where something is brought. */
export function OrderSums({ goods, freight, total, kind }: Totals & { kind: Fulfilment }) {
  const words = orderLinesWords
  const { name, free } = freightWords(kind)
  return (
    <View className="order-sums">
      {freight > 0 && <Row name={words.goods} amount={words.yuan(formatYuan(goods))} />}
      {(freight > 0 || needsAddress(kind)) && (
        <Row name={name} amount={freight === 0 ? free : words.yuan(formatYuan(freight))} />
      )}
      <Row name={words.total} amount={words.yuan(formatYuan(total))} total />
    </View>
  )
}
