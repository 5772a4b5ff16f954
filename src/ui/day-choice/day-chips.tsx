import { Text, View } from '@tarojs/components'
import type { Day } from '@/domain/day'
import { fullDayWords, shortDayWords } from '@/locales/day'
import { pressable } from '@/platform/a11y/aria'
import './day-choice.scss'

interface DayChipsProps {
  days: readonly Day[]
  today: Day
  value: Day | undefined
  onChange(day: Day): void
}

/** Radio chips for days, each with weekday and date. */
export function DayChips({ days, today, value, onChange }: DayChipsProps) {
  return days.map((day) => (
    <View
      key={day}
      className={`day-choice__day ${day === value ? 'day-choice__day--on' : ''}`}
      {...pressable(fullDayWords(day, today), () => onChange(day), { role: 'radio', checked: day === value })}
    >
      <Text className="day-choice__week">{shortDayWords(day, today)}</Text>
      <Text className="day-choice__number">{`${Number(day.slice(5, 7))}/${Number(day.slice(8))}`}</Text>
    </View>
  ))
}
