import { Text, View } from '@tarojs/components'
import type { Id } from '@/domain/id'
import { hasMoved, type MoneyDay, type MoneyMonth, totalCollected } from '@/domain/money-month'
import { moneyWords as words } from '@/locales/money'
import { heading } from '@/platform/a11y/aria'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Card } from '@/ui/card/card'
import { AmountRow } from './amount-row'
import type { OpenedAmount } from './money-orders-sheet'

interface DaysCardProps {
  shopId: Id
  month: MoneyMonth
  onOpen(opened: OpenedAmount): void
}

/** The days on which something moved or of whose orders something is due, the newest first. */
export function DaysCard({ shopId, month: { days, dueDays }, onOpen }: DaysCardProps) {
  const dueOf = (day: string) => dueDays.find((due) => due.day === day)
  const shown = days.filter((day) => hasMoved(day) || dueOf(day.day)).reverse()
  return (
    <Card>
      <Text className="money__title" {...heading(2)}>
        {words.days}
      </Text>
      {shown.length === 0 && <Text className="money__note">{words.empty}</Text>}
      {shown.map((day) => (
        <DayRows key={day.day} shopId={shopId} day={day} due={dueOf(day.day)} onOpen={onOpen} />
      ))}
    </Card>
  )
}

interface DayRowsProps extends Pick<DaysCardProps, 'shopId' | 'onOpen'> {
  day: MoneyDay
  due: MoneyMonth['dueDays'][number] | undefined
}

/** What was collected, refunded and paid on a day, and what is due for its orders. */
function DayRows({ shopId, day: amounts, due, onOpen }: DayRowsProps) {
  const { day, refunded, fees } = amounts
  const collected = totalCollected(amounts)
  const open = (part: OpenedAmount['part'], fen: number) =>
    fen === 0 ? undefined : () => onOpen({ part, day })
  return (
    <View className="money__day">
      <AmountRow name={words.day(day)} fen={collected} onPress={open('collected', collected)} />
      {refunded !== 0 && (
        <AmountRow name={words.refunded} fen={refunded} kind="part" onPress={open('refunded', refunded)} />
      )}
      {fees !== 0 && <AmountRow name={words.fees} fen={fees} kind="part" onPress={open('fees', fees)} />}
      {due && (
        <AmountRow
          name={words.dayDue(due.orders)}
          fen={due.amount}
          kind="part"
          onPress={() => go(urlOf('merchant', { shop: shopId, tab: 'orders', due: day }))}
        />
      )}
    </View>
  )
}
