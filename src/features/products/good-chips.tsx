import { View } from '@tarojs/components'
import { type Trade, tradeDefaults } from '@/domain/trade'
import { productWords } from '@/locales/zh-CN/products'
import { aria } from '@/platform/a11y/aria'
import { Chip } from '@/ui/chip/chip'
import type { Draft } from './product-draft'

interface GoodChipsProps {
  trade: Trade
  draft: Draft
  onChange(change: Partial<Draft>): void
}

/** The goods of a trade to tap: one gives the name, and its unit where the chosen one does not fit. */
export function GoodChips({ trade, draft, onChange }: GoodChipsProps) {
  return (
    <View className="product-form__chips" {...aria({ role: 'group', label: productWords.goods })}>
      {tradeDefaults(trade).goods.map(({ name, units }) => (
        <Chip
          key={name}
          on={draft.name === name}
          onPress={() =>
            onChange({ name, unit: units.includes(draft.unit) ? draft.unit : (units[0] ?? draft.unit) })
          }
        >
          {name}
        </Chip>
      ))}
    </View>
  )
}
