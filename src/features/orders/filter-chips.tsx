import { View } from '@tarojs/components'
import { ordersWords } from '@/locales/zh-CN/orders'
import { aria } from '@/platform/a11y/aria'
import { Chip } from '@/ui/chip/chip'
import { type OrderFilter, orderFilters } from './order-filter'
import './filter-chips.scss'

/** How many orders a filter holds, where that is known. */
export type FilterCounts = Partial<Record<OrderFilter, number>>

interface FilterChipsProps {
  value: OrderFilter
  counts: FilterCounts
  onChange(filter: OrderFilter): void
}

/** Filters that are shown only where something waits under them. */
const occasional: readonly OrderFilter[] = ['cancel-request', 'refund']

/** Which orders to see. */
export function FilterChips({ value, counts, onChange }: FilterChipsProps) {
  const shown = orderFilters.filter(
    (key) => !occasional.includes(key) || value === key || Boolean(counts[key]),
  )
  return (
    <View className="filter-chips" {...aria({ role: 'radiogroup', label: ordersWords.title })}>
      {shown.map((key) => {
        const words = ordersWords.filters[key]
        return (
          <Chip
            key={key}
            role="radio"
            on={key === value}
            label={ordersWords.filterLabel(words, counts[key] ?? 0)}
            onPress={() => onChange(key)}
          >
            {ordersWords.filterWithCount(words, counts[key] ?? 0)}
          </Chip>
        )
      })}
    </View>
  )
}
