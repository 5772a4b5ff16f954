import { Text, View } from '@tarojs/components'
import { addDays, type Day, dayOf } from '@/domain/day'
import { aria } from '@/platform/aria'
import { pressable } from '@/platform/pressable'
import { Sheet } from '@/ui/sheet/sheet'
import { settingsWords } from '@/words/zh/settings'
import { weekdayWords } from '@/words/zh/time'
import './rest-sheet.scss'

/** So many days ahead a shop can say that it rests. */
const DAYS = 60

interface RestSheetProps {
  value: Day | undefined
  now: number
  onPick(day: Day): void
  onClose(): void
}

/** The coming days to choose from: the one on which orders are taken again. */
export function RestSheet({ value, now, onPick, onClose }: RestSheetProps) {
  const today = dayOf(now)
  const days = Array.from({ length: DAYS }, (_, i) => addDays(today, i + 1))
  return (
    <Sheet title={settingsWords.restTitle} onClose={onClose}>
      <Text className="rest-sheet__text">{settingsWords.restText}</Text>
      <View className="rest-sheet__days" {...aria({ role: 'radiogroup', label: settingsWords.restTitle })}>
        {days.map((day, i) => {
          const weekday = weekdayWords(day)
          return (
            <View
              key={day}
              className={`rest-sheet__day ${day === value ? 'rest-sheet__day--on' : ''}`}
              {...pressable(settingsWords.restDay(day, weekday, now), () => onPick(day), {
                role: 'radio',
                checked: day === value,
              })}
            >
              <Text className="rest-sheet__date">{settingsWords.restDate(day)}</Text>
              <Text className="rest-sheet__weekday">
                {settingsWords.restNear[i + 1] ?? settingsWords.weekday(weekday)}
              </Text>
            </View>
          )
        })}
      </View>
    </Sheet>
  )
}
