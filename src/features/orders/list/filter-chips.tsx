import { View } from '@tarojs/components'
import { ordersWords } from '@/locales/order/orders'
import { sellerOrdersWords } from '@/locales/order/seller-orders'
import { aria } from '@/platform/a11y/aria'
import { Chip } from '@/ui/chip/chip'
import { type OrderFilter, orderFilters } from './order-filter'
import './filter-chips.scss'

/** The number of orders of each filter, where it is known. */
export type FilterCounts = Partial<Record<OrderFilter, number>>

interface FilterChipsProps {
  value: OrderFilter
  counts: FilterCounts
  onChange(filter: OrderFilter): void
}

/** Filters that are hidden while they have no orders. */
const occasional: readonly OrderFilter[] = ['cancel-request', 'refund']

/** Chooses the filter of the order list. */
export function FilterChips({ value, counts, onChange }: FilterChipsProps) {
  const shown = orderFilters.filter(
    (key) => !occasional.includes(key) || value === key || Boolean(counts[key]),
  )
  return (
    <View className="filter-chips" {...aria({ role: 'radiogroup', label: ordersWords.title })}>
      {shown.map((key) => {
        const words = sellerOrdersWords.filters[key]
        return (
          <Chip
            key={key}
            role="radio"
            on={key === value}
            label={sellerOrdersWords.filterLabel(words, counts[key] ?? 0)}
            onPress={() => onChange(key)}
          >
            {sellerOrdersWords.filterWithCount(words, counts[key] ?? 0)}
          </Chip>
        )
      })}
    </View>
  )
}
