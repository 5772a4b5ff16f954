import { View } from '@tarojs/components'
import { type Trade, tradeDefaults } from '@/domain/shop/trade'
import { productFormWords } from '@/locales/product/products'
import { aria } from '@/platform/a11y/aria'
import { Chip } from '@/ui/chip/chip'
import type { ProductDraft } from './product-draft'

interface GoodChipsProps {
  trade: Trade
  draft: ProductDraft
  onChange(change: Partial<ProductDraft>): void
}

/** Chips for the goods of a trade; choosing one sets the name, and its unit if the current one does not fit. */
export function GoodChips({ trade, draft, onChange }: GoodChipsProps) {
  return (
    <View className="product-form__chips" {...aria({ role: 'group', label: productFormWords.goods })}>
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
