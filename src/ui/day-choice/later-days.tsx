import { View } from '@tarojs/components'
import { addDays, type Day } from '@/domain/day'
import { dayChoiceWords, monthWords } from '@/locales/day'
import { Sheet } from '@/ui/sheet/sheet'
import { Heading } from '@/ui/text/heading'
import { DayChips } from './day-chips'
import './day-choice.scss'

/** Number of days in the sheet; together with the chips about half a year. */
const FAR_DAYS = 170

interface LaterDaysProps {
  first: Day
  today: Day
  value: Day | undefined
  onChange(day: Day): void
  onClose(): void
}

function groupByMonth(first: Day): Day[][] {
  const months = new Map<string, Day[]>()
  for (let at = 0; at < FAR_DAYS; at++) {
    const day = addDays(first, at)
    months.set(day.slice(0, 7), [...(months.get(day.slice(0, 7)) ?? []), day])
  }
  return [...months.values()]
}

/** A sheet with the days after the next two weeks, grouped by month. */
export function LaterDays({ first, today, value, onChange, onClose }: LaterDaysProps) {
  return (
    <Sheet title={dayChoiceWords.laterTitle} onClose={onClose}>
      {groupByMonth(first).map((days) => (
        <View key={days[0] ?? first} className="day-choice__month">
          <Heading level={3} className="day-choice__month-name">
            {monthWords(days[0] ?? first, today)}
          </Heading>
          <View className="day-choice">
            <DayChips days={days} today={today} value={value} onChange={onChange} />
          </View>
        </View>
      ))}
    </Sheet>
  )
}
