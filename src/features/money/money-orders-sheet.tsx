import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import type { Result } from '@/api/result'
import { usePages } from '@/api/use-pages'
import type { RouteQuery } from '@/contract/routes'
import type { Page } from '@/contract/shapes'
import type { Id } from '@/domain/id'
import type { Month } from '@/domain/month'
import { amountOf, type MoneyMonth, type MoneyOrder } from '@/domain/payment/money-month'
import type { MoneyPart } from '@/domain/payment/money-part'
import { describeFailure } from '@/locales/failure'
import { ordersWords } from '@/locales/order/orders'
import { moneyOrdersWords as words } from '@/locales/payment/money'
import { pressable } from '@/platform/a11y/aria'
import { useReturnToPage } from '@/platform/lifecycle/use-page-visibility'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { MoreButton } from '@/ui/button/more-button'
import { Icon } from '@/ui/icon/icon'
import { FailureNotice } from '@/ui/notice/failure-notice'
import { StaleNotice } from '@/ui/notice/stale-notice'
import { Sheet } from '@/ui/sheet/sheet'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { AmountRow } from './amount-row'
import { movedParts, type OpenedAmount } from './part-row'

interface MoneyOrdersSheetProps {
  shopId: Id
  month: MoneyMonth
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
  return call('GET /api/shops/:shopId/money/:month/order-amounts', { params, query })
}

function titleOf({ month }: MoneyMonth, { part, day }: OpenedAmount): string {
  if (part === 'due-now' || part === 'owed-now') return words.now
  return day === undefined ? words.month(month) : words.day(day)
}

/** An amount with the ways of which it is the sum, and the orders behind the chosen one, each with its share. */
export function MoneyOrdersSheet({ shopId, month, opened, onClose }: MoneyOrdersSheetProps) {
  const { day } = opened
  const [part, setPart] = useState<MoneyPart>(opened.part)
  const pages = usePages<MoneyOrder>(`money ${shopId} ${month.month} ${part} ${day ?? ''}`, (cursor) =>
    readOrders({ shopId, month: month.month }, { part, day }, cursor),
  )
  const { items, failure, reload } = pages
  useReturnToPage(() => void reload())
  return (
    <Sheet title={titleOf(month, opened)} onClose={onClose}>
      <Amounts month={month} opened={opened} shown={part} onShow={setPart} />
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
      <MoreButton pages={pages} size="small" words={{ ...ordersWords, more: words.more }} />
    </Sheet>
  )
}

interface AmountsProps extends Pick<MoneyOrdersSheetProps, 'month' | 'opened'> {
  shown: MoneyPart
  onShow(part: MoneyPart): void
}

/** The opened amount; with its ways, each shows its own orders. */
function Amounts({ month, opened, shown, onShow }: AmountsProps) {
  const { part, day } = opened
  const parts = movedParts(month, opened)
  const nameOf = (one: MoneyPart) => ({ name: words.parts[one], fen: amountOf(month, one, day) })
  if (parts.length === 0) return <AmountRow {...nameOf(part)} kind="strong" />
  return (
    <>
      {[part, ...parts].map((one) => (
        <AmountRow
          key={one}
          {...nameOf(one)}
          kind={one === part ? 'strong' : 'part'}
          pressed={one === shown}
          onPress={() => onShow(one)}
        />
      ))}
    </>
  )
}
