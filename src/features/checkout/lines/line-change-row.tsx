import { Text, View } from '@tarojs/components'
import type { Trade } from '@/domain/shop/trade'
import { checkoutWords } from '@/locales/order/checkout'
import { LinePicture } from '@/ui/line-picture/line-picture'
import type { LineChange } from './order-changes'
import './order-changes-view.scss'

function describeChange({ line, price, remaining, isLimited, isRemoved }: LineChange): string[] {
  const { changed, news } = checkoutWords
  if (isRemoved) return [changed.gone]
  return [
    ...(price === undefined ? [] : [news.price(line.price, price)]),
    ...(remaining === undefined
      ? []
      : [changed[isLimited ? 'most' : 'left'](remaining, line.unit, line.quantity)]),
  ]
}

/** One changed line of the order: the old values beside the new ones. */
export function LineChangeRow({ change, trade }: { change: LineChange; trade: Trade }) {
  const { name, label } = change.line
  return (
    <View className="change-row">
      <View className="change-row__picture">
        <LinePicture line={change.line} trade={trade} />
      </View>
      <View className="change-row__words">
        <Text className="change-row__name">{label ? `${name} ${label}` : name}</Text>
        {describeChange(change).map((words) => (
          <Text key={words} className="change-row__news">
            {words}
          </Text>
        ))}
      </View>
    </View>
  )
}
