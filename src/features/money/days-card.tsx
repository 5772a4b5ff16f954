import { Text, View } from '@tarojs/components'
import type { Day } from '@/domain/day'
import type { Id } from '@/domain/id'
import { amountOf, hasMoved, type MoneyDay, type MoneyMonth } from '@/domain/payment/money-month'
import { type MoneyPart, partsOfSum } from '@/domain/payment/money-part'
import { moneyOrdersWords, moneyWords as words } from '@/locales/payment/money'
import { aria, pressable } from '@/platform/a11y/aria'
import { useWideWindow } from '@/platform/device/use-wide-window'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Card } from '@/ui/card/card'
import { Heading } from '@/ui/text/heading'
import { type OpenedAmount, PartRow } from './part-row'
import './days-card.scss'

interface DaysCardProps {
  shopId: Id
  month: MoneyMonth
  onOpen(opened: OpenedAmount): void
}

/** The days on which something moved or of whose orders something is due, the newest first; in a wide window as a table. */
export function DaysCard({ shopId, month, onOpen }: DaysCardProps) {
  const isWide = useWideWindow()
  const { days, dueDays } = month
  const dueOf = (day: string) => dueDays.find((due) => due.day === day)
  const shown = days.filter((day) => hasMoved(day) || dueOf(day.day)).reverse()
  // in the list of orders, those that are due of a day can be collected together
  const open = (opened: OpenedAmount) =>
    opened.part === 'due' && opened.day !== undefined
      ? go(urlOf('merchant', { shop: shopId, tab: 'orders', due: opened.day }))
      : onOpen(opened)
  return (
    <View className="money__days">
      <Card>
        <Heading className="money__title">{words.days}</Heading>
        {shown.length === 0 && <Text className="money__note">{words.empty}</Text>}
        {isWide && shown.length > 0 && <DaysTable month={month} days={shown} onOpen={open} />}
        {!isWide &&
          shown.map((day) => (
            <DayRows key={day.day} month={month} day={day} due={dueOf(day.day)} onOpen={open} />
          ))}
      </Card>
    </View>
  )
}

interface DayRowsProps extends Pick<DaysCardProps, 'month' | 'onOpen'> {
  day: MoneyDay
  due: MoneyMonth['dueDays'][number] | undefined
}

/** The amounts collected and refunded and the fees paid on a day, and the amount due for its orders. */
function DayRows({ month, day: { day, refunded, fees }, due, onOpen }: DayRowsProps) {
  const shared = { month, day, onOpen }
  return (
    <View className="money__day">
      <PartRow {...shared} part="collected" name={words.day(day)} />
      {refunded !== 0 && <PartRow {...shared} part="refunded" kind="part" />}
      {fees !== 0 && <PartRow {...shared} part="fees" kind="part" />}
      {due && <PartRow {...shared} part="due" name={words.dayDue(due.orders)} kind="part" />}
    </View>
  )
}

/** The columns in their order. A way of paying stands before the sum of its ways. */
const columns: readonly MoneyPart[] = [
  ...(partsOfSum.collected ?? []),
  'collected',
  ...(partsOfSum.refunded ?? []),
  'refunded',
  'fees',
  'due',
]

interface DaysTableProps {
  month: MoneyMonth
  /** The days that are shown, in their order. */
  days: readonly MoneyDay[]
  onOpen(opened: OpenedAmount): void
}

/** Days by ways of paying, with their sum. Columns in which nothing moved are left out. */
function DaysTable({ month, days, onOpen }: DaysTableProps) {
  const parts = columns.filter((part) => days.some(({ day }) => amountOf(month, part, day) !== 0))
  const shared = { month, parts, onOpen }
  return (
    <View className="money-table" {...aria({ role: 'table', label: words.days })}>
      <View className="money-table__row money-table__row--head" {...aria({ role: 'row' })}>
        {[words.date, ...parts.map((part) => moneyOrdersWords.parts[part])].map((name) => (
          <Text key={name} className="money-table__cell" {...aria({ role: 'columnheader' })}>
            {name}
          </Text>
        ))}
      </View>
      {days.map(({ day }) => (
        <AmountCells key={day} {...shared} name={words.day(day)} day={day} />
      ))}
      <AmountCells {...shared} name={words.sum} />
    </View>
  )
}

interface AmountCellsProps extends Pick<DaysTableProps, 'month' | 'onOpen'> {
  parts: readonly MoneyPart[]
  name: string
  /** Absent for the sum of the month. */
  day?: Day
}

/** A row of the table. Each amount opens its orders; the cell of none is empty. */
function AmountCells({ month, parts, name, day, onOpen }: AmountCellsProps) {
  return (
    <View className={`money-table__row ${day ? '' : 'money-table__row--sum'}`} {...aria({ role: 'row' })}>
      <Text className="money-table__cell" {...aria({ role: 'rowheader' })}>
        {name}
      </Text>
      {parts.map((part) => {
        const fen = amountOf(month, part, day)
        return (
          <View key={part} className="money-table__cell" {...aria({ role: 'cell' })}>
            {fen !== 0 && (
              <View className="money-table__amount" {...pressable(null, () => onOpen({ part, day }))}>
                <Text>{words.yuan(fen)}</Text>
              </View>
            )}
          </View>
        )
      })}
    </View>
  )
}
