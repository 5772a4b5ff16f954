import { Text, View } from '@tarojs/components'
import type { Day } from '@/domain/day'
import { amountOf, type MoneyDay, type MoneyMonth } from '@/domain/payment/money-month'
import { type MoneyPart, partsOfSum } from '@/domain/payment/money-part'
import { moneyOrdersWords, moneyWords as words } from '@/locales/payment/money'
import { aria, pressable } from '@/platform/a11y/aria'
import type { OpenedAmount } from './part-row'
import './days-table.scss'

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
export function DaysTable({ month, days, onOpen }: DaysTableProps) {
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
