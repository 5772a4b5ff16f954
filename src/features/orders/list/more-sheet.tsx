import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { useFileLink } from '@/api/use-file-link'
import type { PagesState } from '@/api/use-pages'
import type { RouteBody } from '@/contract/routes'
import type { Id } from '@/domain/id'
import type { OrderSummary } from '@/domain/order/order'
import { findOrdersWords, severalOrdersWords } from '@/locales/order/find-orders'
import { orderSheetWords } from '@/locales/order/order-sheet'
import { sellerOrdersWords } from '@/locales/order/seller-orders'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { SpreadsheetCard } from '@/ui/spreadsheet-card/spreadsheet-card'
import { hasGoodsToPack, type OrderFilter } from './order-filter'
import { finderQuery, isSearching, type OrderFinder } from './order-finder'
import { ListPickingSheet } from './picking-sheet'

type SheetFilter = RouteBody<'POST /api/shops/:shopId/orders/sheets'>

/** Claims and requests to cancel are in every state, so their lists have no spreadsheet. */
const hasSheet = (filter: OrderFilter): filter is NonNullable<SheetFilter['state']> | 'all' =>
  filter !== 'refund' && filter !== 'cancel-request'

const requestSheet = (shopId: Id, body: SheetFilter) =>
  call('POST /api/shops/:shopId/orders/sheets', { params: { shopId }, body })

interface MoreSheetProps {
  shopId: Id
  pages: PagesState<OrderSummary>
  filter: OrderFilter
  finder: OrderFinder
  onRefresh(): void
  onClose(): void
}

/** What is done with all orders of a list: seeing the goods to pack, saving them as a spreadsheet, and reading them again. */
export function MoreSheet({ shopId, pages, filter, finder, onRefresh, onClose }: MoreSheetProps) {
  const [isPicking, setIsPicking] = useState(false)
  const { search: _, ...found } = finderQuery(finder, serverNow())
  const body: SheetFilter = { ...found, ...(hasSheet(filter) && filter !== 'all' ? { state: filter } : {}) }
  const link = useFileLink(`orders ${shopId} ${JSON.stringify(body)}`, () => requestSheet(shopId, body))
  const hasOrders = Boolean(pages.items?.length)
  if (isPicking) return <ListPickingSheet pages={pages} onClose={onClose} />
  return (
    <Sheet title={findOrdersWords.tools} onClose={onClose}>
      <View className="condition-sheet">
        {hasOrders && hasGoodsToPack(filter) && (
          <Button kind="line" icon="goods" onPress={() => setIsPicking(true)}>
            {severalOrdersWords.picking.title}
          </Button>
        )}
        <Button
          kind="line"
          icon="refresh"
          busy={pages.loading && sellerOrdersWords.refreshing}
          onPress={() => {
            onRefresh()
            onClose()
          }}
        >
          {sellerOrdersWords.refresh}
        </Button>
        {hasOrders && hasSheet(filter) && !isSearching(finder) && (
          <SpreadsheetCard text={orderSheetWords.card} link={link} />
        )}
      </View>
    </Sheet>
  )
}
