import { amountOf, type MoneyMonth } from '@/domain/payment/money-month'
import { moneyWords as words } from '@/locales/payment/money'
import { Card } from '@/ui/card/card'
import { AmountRow } from './amount-row'
import { type OpenedAmount, PartRow, PartRows } from './part-row'

interface MonthCardProps {
  month: MoneyMonth
  onOpen(opened: OpenedAmount): void
}

/** The sums of a month. Ways by which nothing was paid or returned are left out. */
export function MonthCard({ month, onOpen }: MonthCardProps) {
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
