import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { useCall } from '@/api/use-call'
import { useFileLink } from '@/api/use-file-link'
import type { Id } from '@/domain/id'
import {
  hasMoved,
  type MoneyDay,
  type MoneyMonth,
  moneyAccounts,
  sumDays,
  totalCollected,
} from '@/domain/money-month'
import { addMonths, type Month, monthOf } from '@/domain/month'
import { describeFailure } from '@/locales/failure'
import { moneyWords as words } from '@/locales/money'
import { heading } from '@/platform/a11y/aria'
import { newId } from '@/platform/device/new-id'
import { useReturnToPage } from '@/platform/lifecycle/use-page-visibility'
import { Card } from '@/ui/card/card'
import { FailureNotice } from '@/ui/notice/failure-notice'
import { StaleNotice } from '@/ui/notice/stale-notice'
import { Page } from '@/ui/page/page'
import { PeriodSwitch } from '@/ui/period-switch/period-switch'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { SpreadsheetCard } from '@/ui/spreadsheet-card/spreadsheet-card'
import { HeldMoneyCard } from './held-money-card'
import './money.scss'

/** A seller's money by month: what was collected, refunded and paid as fees, and what is due now. */
export function MoneyScreen({ shopId }: { shopId: Id }) {
  const [month, setMonth] = useState<Month>(() => monthOf(Date.now()))
  const read = useCall('GET /api/shops/:shopId/money/:month', { params: { shopId, month } })
  const { failure, reload } = read
  // the answer of the month before is not shown under another one's name
  const data = read.data?.month === month ? read.data : undefined
  const held = useCall('GET /api/shops/:shopId/held-money', { params: { shopId } })
  useReturnToPage(() => {
    void reload()
    void held.reload()
  })
  return (
    <Page title={words.title}>
      <View className="money">
        <PeriodSwitch
          labels={words.switch}
          isLast={month >= monthOf(Date.now())}
          shown={words.month(month)}
          isHeading
          onChange={(by) => setMonth(addMonths(month, by))}
        />
        {data && failure && <StaleNotice>{describeFailure(failure)}</StaleNotice>}
        {data && (
          <>
            <MonthCard days={data.days} />
            <NowCard month={data} />
            <HeldMoneyCard shopId={shopId} held={held.data} />
            <DaysCard days={data.days} />
            <SheetCard shopId={shopId} month={month} />
          </>
        )}
        {!data && !failure && <Skeleton />}
        {!data && failure && <FailureNotice failure={failure} onRetry={() => void reload()} />}
      </View>
    </Page>
  )
}

interface AmountProps {
  name: string
  fen: number
  kind?: 'strong' | 'part'
}

function Amount({ name, fen, kind }: AmountProps) {
  return (
    <View className={`money__row ${kind ? `money__row--${kind}` : ''}`}>
      <Text className="money__name">{name}</Text>
      <Text className="money__amount">{words.yuan(fen)}</Text>
    </View>
  )
}

/** The sums of a month. Ways of being paid that received nothing are left out. */
function MonthCard({ days }: Pick<MoneyMonth, 'days'>) {
  const sum = sumDays(days)
  const collected = totalCollected(sum)
  return (
    <Card>
      <Amount name={words.collected} fen={collected} kind="strong" />
      {moneyAccounts
        .filter((account) => sum.collected[account] !== 0)
        .map((account) => (
          <Amount key={account} name={words.accounts[account]} fen={sum.collected[account]} kind="part" />
        ))}
      <Amount name={words.refunded} fen={sum.refunded} />
      {sum.fees !== 0 && <Amount name={words.fees} fen={sum.fees} />}
      <Amount name={words.left} fen={collected - sum.refunded - sum.fees} kind="strong" />
    </Card>
  )
}

/** What buyers owe now, and what they are owed; nothing when that is nothing. */
function NowCard({ month: { due, owed } }: { month: MoneyMonth }) {
  if (due.orders === 0 && owed === 0) return null
  return (
    <Card>
      <Text className="money__title" {...heading(2)}>
        {words.now}
      </Text>
      {due.orders > 0 && <Amount name={words.due(due.orders)} fen={due.amount} />}
      {owed !== 0 && <Amount name={words.owed} fen={owed} />}
    </Card>
  )
}

/** The days on which something moved, the newest first. */
function DaysCard({ days }: { days: readonly MoneyDay[] }) {
  const moved = days.filter(hasMoved).reverse()
  return (
    <Card>
      <Text className="money__title" {...heading(2)}>
        {words.days}
      </Text>
      {moved.length === 0 && <Text className="money__note">{words.empty}</Text>}
      {moved.map((day) => (
        <View key={day.day} className="money__day">
          <Amount name={words.day(day.day)} fen={totalCollected(day)} />
          {(day.refunded !== 0 || day.fees !== 0) && (
            <Text className="money__note">{words.dayNote(day.refunded, day.fees)}</Text>
          )}
        </View>
      ))}
    </Card>
  )
}

const requestSheet = (shopId: Id, month: Month) =>
  call('POST /api/shops/:shopId/money/:month/sheets', { params: { shopId, month }, body: { id: newId() } })

/** The month as a spreadsheet. */
function SheetCard({ shopId, month }: { shopId: Id; month: Month }) {
  const link = useFileLink(`${shopId} ${month}`, () => requestSheet(shopId, month))
  return <SpreadsheetCard text={words.sheetText} link={link} />
}
