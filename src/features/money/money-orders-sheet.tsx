import { Text, View } from '@tarojs/components'
import { call } from '@/api/call'
import type { Result } from '@/api/result'
import { usePages } from '@/api/use-pages'
import type { RouteQuery } from '@/contract/routes'
import type { Page } from '@/contract/shapes'
import type { Day } from '@/domain/day'
import type { Id } from '@/domain/id'
import { amountOfPart, type MoneyDay, type MoneyOrder, sumDays } from '@/domain/money-month'
import type { MoneyPart } from '@/domain/money-part'
import type { Month } from '@/domain/month'
import { describeFailure } from '@/locales/failure'
import { moneyOrdersWords as words } from '@/locales/money'
import { pressable } from '@/platform/a11y/aria'
import { useReturnToPage } from '@/platform/lifecycle/use-page-visibility'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Icon } from '@/ui/icon/icon'
import { FailureNotice } from '@/ui/notice/failure-notice'
import { StaleNotice } from '@/ui/notice/stale-notice'
import { Sheet } from '@/ui/sheet/sheet'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { AmountRow } from './amount-row'
import { MorePages } from './more-pages'

/** An amount of a month, or of one of its days, whose orders are shown. */
export interface OpenedAmount {
  part: MoneyPart
  day?: Day
}

interface MoneyOrdersSheetProps {
  shopId: Id
  month: Month
  days: readonly MoneyDay[]
  opened: OpenedAmount
  onClose(): void
}

type MoneyOrders = 'GET /api/shops/:shopId/money/:month/order-amounts'

function readOrders(
  params: { shopId: Id; month: Month },
  { part, day }: OpenedAmount,
  cursor: string | undefined,
): Promise<Result<Page<MoneyOrder>>> {
  const query: RouteQuery<MoneyOrders> = { part }
  if (day !== undefined) query.day = day
  if (cursor !== undefined) query.cursor = cursor
  return call<MoneyOrders>('GET /api/shops/:shopId/money/:month/order-amounts', { params, query })
}

/** The orders behind an amount, each with its share. */
export function MoneyOrdersSheet({ shopId, month, days, opened, onClose }: MoneyOrdersSheetProps) {
  const { part, day } = opened
  const amounts = days.filter((one) => day === undefined || one.day === day)
  const pages = usePages<MoneyOrder>(`money ${shopId} ${month} ${part} ${day ?? ''}`, (cursor) =>
    readOrders({ shopId, month }, opened, cursor),
  )
  const { items, failure, reload } = pages
  useReturnToPage(() => void reload())
  return (
    <Sheet title={day === undefined ? words.month(month) : words.day(day)} onClose={onClose}>
      <AmountRow name={words.parts[part]} fen={amountOfPart(sumDays(amounts), part)} kind="strong" />
      {!items && !failure && <Skeleton />}
      {!items && failure && <FailureNotice failure={failure} onRetry={() => void reload()} />}
      {items && failure && <StaleNotice>{describeFailure(failure)}</StaleNotice>}
      {items?.map((order) => (
        <View
          key={order.id}
          className="money__order"
          {...pressable(null, () => go(urlOf('merchantOrder', { shop: shopId, order: order.id })))}
        >
          <View className="money__order-texts">
            <Text className="money__name">{words.order(order)}</Text>
          </View>
          <Text className="money__amount">{words.yuan(order.amount)}</Text>
          <Icon name="right" size={20} />
        </View>
      ))}
      <MorePages pages={pages} words={words.more} />
    </Sheet>
  )
}
