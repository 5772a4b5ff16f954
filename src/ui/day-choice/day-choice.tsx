import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { addDays, type Day } from '@/domain/day'
import { dayChoiceWords, dayWords, monthWords } from '@/locales/day'
import { aria, pressable } from '@/platform/a11y/aria'
import { Sheet } from '@/ui/sheet/sheet'
import { Heading } from '@/ui/text/heading'
import { DayChips } from './day-chips'
import './day-choice.scss'

/** Number of days shown as chips; later days are in a sheet. */
const NEAR_DAYS = 14

interface DayChoiceProps {
  label: string
  today: Day
  value: Day | undefined
  onChange(day: Day): void
}

const daysFrom = (first: Day, count: number) => [...Array(count).keys()].map((at) => addDays(first, at))

/** Selects a day: chips for the next two weeks, and a last chip that opens a sheet with later days. */
export function DayChoice({ label, today, value, onChange }: DayChoiceProps) {
  const [later, setLater] = useState(false)
  const near = daysFrom(today, NEAR_DAYS)
  const far = value !== undefined && !near.includes(value) ? value : undefined
  const choose = (day: Day) => {
    setLater(false)
    onChange(day)
  }
  return (
    <View className="day-choice" {...aria({ role: 'radiogroup', label })}>
      <DayChips days={near} today={today} value={value} onChange={onChange} />
      <View
        className={`day-choice__day day-choice__day--later ${far ? 'day-choice__day--on' : ''}`}
        {...pressable(dayChoiceWords.later, () => setLater(true))}
      >
        <Text>{far ? dayWords(far) : dayChoiceWords.later}</Text>
      </View>
      {later && (
        <LaterDays
          first={addDays(today, NEAR_DAYS)}
          today={today}
          value={value}
          onChange={choose}
          onClose={() => setLater(false)}
        />
      )}
    </View>
  )
}

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
function LaterDays({ first, today, value, onChange, onClose }: LaterDaysProps) {
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
