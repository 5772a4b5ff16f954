import { View } from '@tarojs/components'
import { useState } from 'react'
import type { PagesState } from '@/api/use-pages'
import type { OrderSummary } from '@/domain/order/order'
import { severalOrdersWords } from '@/locales/order/find-orders'
import { orderLimitsWords } from '@/locales/order/order-limits'
import { Button } from '@/ui/button/button'
import { hasGoodsToPack, type OrderFilter } from './order-filter'
import { ListPickingSheet } from './picking-sheet'
import './order-tools.scss'

interface OrderToolsProps {
  pages: PagesState<OrderSummary>
  filter: OrderFilter
  onSelect(): void
}

/** The actions for several orders of the list: selecting them, and showing the goods to be packed for all of them. */
export function OrderTools({ pages, filter, onSelect }: OrderToolsProps) {
  const [isPicking, setIsPicking] = useState(false)
  return (
    <View className="order-tools">
      <Button kind="line" size="small" onPress={onSelect}>
        {orderLimitsWords.select.start}
      </Button>
      {hasGoodsToPack(filter) && (
        <Button kind="line" size="small" onPress={() => setIsPicking(true)}>
          {severalOrdersWords.picking.title}
        </Button>
      )}
      {isPicking && <ListPickingSheet pages={pages} onClose={() => setIsPicking(false)} />}
    </View>
  )
}
