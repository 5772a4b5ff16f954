import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { useCall } from '@/api/use-call'
import { useFileLink } from '@/api/use-file-link'
import type { RouteReply } from '@/contract/routes'
import type { Id } from '@/domain/id'
import { addMonths, type Month, monthOf } from '@/domain/month'
import type { HeldMoney } from '@/domain/order/parcel'
import { amountOf, type MoneyMonth } from '@/domain/payment/money-month'
import { describeFailure } from '@/locales/failure'
import { heldMoneyWords, payoutWords, moneyWords as words } from '@/locales/payment/money'
import { pressable } from '@/platform/a11y/aria'
import { newId } from '@/platform/device/new-id'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { useReturnToPage } from '@/platform/lifecycle/use-page-visibility'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Card } from '@/ui/card/card'
import { Icon } from '@/ui/icon/icon'
import { FailureNotice } from '@/ui/notice/failure-notice'
import { StaleNotice } from '@/ui/notice/stale-notice'
import { Page } from '@/ui/page/page'
import { PeriodSwitch } from '@/ui/period-switch/period-switch'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { SpreadsheetCard } from '@/ui/spreadsheet-card/spreadsheet-card'
import { Heading } from '@/ui/text/heading'
import { AmountRow } from './amount-row'
import { DaysCard } from './days-card'
import { DueBuyers } from './due-buyers'
import { MoneyOrdersSheet } from './money-orders-sheet'
import { type OpenedAmount, PartRow, PartRows } from './part-row'
import './money.scss'

/** A seller's money by month: what was collected, refunded and paid as fees, and what is due now. */
export function MoneyScreen({ shopId }: { shopId: Id }) {
  const [month, setMonth] = useState<Month>(() => monthOf(serverNow()))
  const [opened, setOpened] = useState<OpenedAmount>()
  const read = useCall('GET /api/shops/:shopId/money/:month', { params: { shopId, month } })
  const { failure, reload } = read
  // the answer of the month before is not shown under another one's name
  const data = read.data?.month === month ? read.data : undefined
  const held = useCall('GET /api/shops/:shopId/held-money', { params: { shopId } })
  const payouts = useCall('GET /api/shops/:shopId/payouts', { params: { shopId } })
  useReturnToPage(() => {
    void reload()
    void held.reload()
    void payouts.reload()
  })
  return (
    <Page title={words.title} wide>
      <View className="money">
        <PeriodSwitch
          labels={words.switch}
          isLast={month >= monthOf(serverNow())}
          shown={words.month(month)}
          isHeading
          onChange={(by) => setMonth(addMonths(month, by))}
        />
        {data && failure && <StaleNotice>{describeFailure(failure)}</StaleNotice>}
        {data && (
          <>
            <MonthCard month={data} onOpen={setOpened} />
            <NowCard shopId={shopId} month={data} onOpen={setOpened} />
            <HeldMoneyCard shopId={shopId} held={held.data} />
            <PayoutsCard account={payouts.data?.account} />
            <DaysCard shopId={shopId} month={data} onOpen={setOpened} />
            <SheetCard shopId={shopId} month={month} />
          </>
        )}
        {!data && !failure && <Skeleton />}
        {!data && failure && <FailureNotice failure={failure} onRetry={() => void reload()} />}
        {data && opened && (
          <MoneyOrdersSheet
            shopId={shopId}
            month={data}
            opened={opened}
            onClose={() => setOpened(undefined)}
          />
        )}
      </View>
    </Page>
  )
}

const requestSheet = (shopId: Id, month: Month) =>
  call('POST /api/shops/:shopId/money/:month/sheets', { params: { shopId, month }, body: { id: newId() } })

/** The month as a spreadsheet. */
function SheetCard({ shopId, month }: { shopId: Id; month: Month }) {
  const link = useFileLink(`${shopId} ${month}`, () => requestSheet(shopId, month))
  return <SpreadsheetCard text={words.sheetText} link={link} />
}

interface MonthCardProps {
  month: MoneyMonth
  onOpen(opened: OpenedAmount): void
}

/** The sums of a month. Ways by which nothing was paid or returned are left out. */
function MonthCard({ month, onOpen }: MonthCardProps) {
  const fees = amountOf(month, 'fees')
  const left = amountOf(month, 'collected') - amountOf(month, 'refunded') - fees
  const dueOrders = month.dueDays.reduce((sum, { orders }) => sum + orders, 0)
  return (
    <Card>
      <PartRows month={month} part="collected" kind="strong" onOpen={onOpen} />
      <PartRows month={month} part="refunded" onOpen={onOpen} />
      {fees !== 0 && <PartRow month={month} part="fees" onOpen={onOpen} />}
      <AmountRow name={words.left} fen={left} kind="strong" />
      {dueOrders > 0 && <PartRow month={month} part="due" name={words.monthDue(dueOrders)} onOpen={onOpen} />}
    </Card>
  )
}

interface NowCardProps {
  shopId: Id
  month: MoneyMonth
  onOpen(opened: OpenedAmount): void
}

/** The amount that buyers owe now, these buyers, and the amount owed to buyers; renders nothing if there is neither. */
function NowCard({ shopId, month, onOpen }: NowCardProps) {
  const { due, owed } = month
  if (due.orders === 0 && owed === 0) return null
  return (
    <Card>
      <Heading className="money__title">{words.now}</Heading>
      {due.orders > 0 && (
        <>
          <PartRow month={month} part="due-now" name={words.due(due.orders)} onOpen={onOpen} />
          <DueBuyers shopId={shopId} />
        </>
      )}
      {owed !== 0 && <PartRow month={month} part="owed-now" onOpen={onOpen} />}
    </Card>
  )
}

type Account = NonNullable<RouteReply<'GET /api/shops/:shopId/payouts'>['account']>

/** The seller's money at WeChat Pay and when it reached their bank account; renders nothing for a seller without an account there. */
function PayoutsCard({ account }: { account: Account | undefined }) {
  if (!account) return null
  const { available, payouts } = account
  return (
    <Card>
      <View className="money__head">
        <Heading className="money__title">
          {available === undefined ? payoutWords.unknown : payoutWords.title(available)}
        </Heading>
        <Text className="money__note">{noteOf(account)}</Text>
      </View>
      {payouts.map((payout) => (
        <View key={payout.day} className="money__payout">
          <Text className="money__name">{payoutWords.payout(payout.day, payout.amount)}</Text>
          <Text className="money__note">
            {payoutWords.states[payout.state](payout.reason, account.isAutomatic)}
          </Text>
        </View>
      ))}
    </Card>
  )
}

function noteOf({ reserve, isAutomatic, isPaused }: Account): string {
  if (isAutomatic) return payoutWords.automatic
  return isPaused ? payoutWords.paused : payoutWords.daily(reserve)
}

type HeldOrder = HeldMoney['orders'][number]

/** The money that WeChat holds until orders are reported as sent, and the steps that free it; renders nothing if there is none. */
function HeldMoneyCard({ shopId, held }: { shopId: Id; held: HeldMoney | undefined }) {
  if (!held || held.count === 0) return null
  return (
    <Card>
      <View className="money__head">
        <Heading className="money__title">{heldMoneyWords.title(held.amount)}</Heading>
        <Text className="money__note">{heldMoneyWords.text}</Text>
      </View>
      {held.orders.map((order) => (
        <HeldOrderRow
          key={order.orderId}
          order={order}
          onPress={() => go(urlOf('merchantOrder', { shop: shopId, order: order.orderId }))}
        />
      ))}
      {held.count > held.orders.length && (
        <Text className="money__note">{heldMoneyWords.more(held.count - held.orders.length)}</Text>
      )}
    </Card>
  )
}

function HeldOrderRow({ order, onPress }: { order: HeldOrder; onPress(): void }) {
  const todo =
    order.refused === undefined ? heldMoneyWords.todo[order.reason] : heldMoneyWords.refused(order.refused)
  return (
    <View className="money__held" {...pressable(null, onPress)}>
      <View className="money__held-words">
        <Text className="money__name">{heldMoneyWords.order(order.number, order.amount)}</Text>
        <Text className="money__note">{todo}</Text>
      </View>
      <Icon name="right" size={20} />
    </View>
  )
}
