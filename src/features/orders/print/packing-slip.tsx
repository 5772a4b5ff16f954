import { Text, View } from '@tarojs/components'
import type { CSSProperties } from 'react'
import { printedScale } from './slip-picture'
import type { SlipPaper, SlipTexts } from './slip-texts'

/** A packing slip: receiver, goods, and the amount to collect. */
export function PackingSlip({ texts, paper }: { texts: SlipTexts; paper: SlipPaper }) {
  const { title, how, who, address, lines, note, money, shop } = texts
  return (
    <View className={`slip slip--${paper}`} style={{ '--printed': printedScale(texts) } as CSSProperties}>
      <Text className="slip__title">{title}</Text>
      <Text className="slip__how">{how}</Text>
      <Text className="slip__who">{who}</Text>
      {address && <Text className="slip__line">{address}</Text>}
      <View className="slip__goods">
        {lines.map(({ name, quantity }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of an order never change
          <View key={i} className="slip__row">
            <Text className="slip__name">{name}</Text>
            <Text className="slip__quantity">{quantity}</Text>
          </View>
        ))}
      </View>
      {note && <Text className="slip__line">{note}</Text>}
      <Text className="slip__money">{money}</Text>
      <Text className="slip__line">{shop}</Text>
    </View>
  )
}
