import { call } from '@/api/call'
import { useFileLink } from '@/api/use-file-link'
import type { RouteBody } from '@/contract/routes'
import type { Id } from '@/domain/id'
import { orderSheetWords as words } from '@/locales/order/order-sheet'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { SpreadsheetCard } from '@/ui/spreadsheet-card/spreadsheet-card'
import type { OrderFilter } from './order-filter'
import { finderQuery, type OrderFinder } from './order-finder'

type SheetFilter = RouteBody<'POST /api/shops/:shopId/orders/sheets'>

/** Claims and requests to cancel are in every state, so their lists have no spreadsheet. */
const isState = (filter: OrderFilter): filter is NonNullable<SheetFilter['state']> =>
  filter !== 'all' && filter !== 'refund' && filter !== 'cancel-request'

interface OrderSheetCardProps {
  shopId: Id
  filter: OrderFilter
  finder: OrderFinder
}

const requestSheet = (shopId: Id, body: SheetFilter) =>
  call('POST /api/shops/:shopId/orders/sheets', { params: { shopId }, body })

/** The orders of a list as a spreadsheet. */
export function OrderSheetCard({ shopId, filter, finder }: OrderSheetCardProps) {
  const { search: _, ...found } = finderQuery(finder, serverNow())
  const body: SheetFilter = { ...found, ...(isState(filter) ? { state: filter } : {}) }
  const link = useFileLink(`orders ${shopId} ${JSON.stringify(body)}`, () => requestSheet(shopId, body))
  if (!isState(filter) && filter !== 'all') return null
  return <SpreadsheetCard text={words.card} link={link} />
}
