import { Text, View } from '@tarojs/components'
import type { Id } from '@/domain/id'
import { hasMoved, type MoneyDay, type MoneyMonth } from '@/domain/payment/money-month'
import { moneyWords as words } from '@/locales/payment/money'
import { useWideWindow } from '@/platform/device/use-wide-window'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Card } from '@/ui/card/card'
import { Heading } from '@/ui/text/heading'
import { DaysTable } from './days-table'
import { type OpenedAmount, PartRow } from './part-row'

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
