import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { addDays, type Day } from '@/domain/day'
import { dayChoiceWords, dayWords } from '@/locales/day'
import { aria, pressable } from '@/platform/a11y/aria'
import { DayChips } from './day-chips'
import { LaterDays } from './later-days'
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
