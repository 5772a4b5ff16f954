import { Text, View } from '@tarojs/components'
import { addDays, type Day } from '@/domain/day'
import { settingsWords } from '@/locales/settings'
import { aria } from '@/platform/a11y/aria'
import { DayChips } from '@/ui/day-choice/day-chips'
import { Sheet } from '@/ui/sheet/sheet'
import './settings-group.scss'

/** Number of days ahead that can be chosen. */
const MAX_DAYS_AHEAD = 60

interface ClosureSheetProps {
  value: Day | undefined
  today: Day
  onPick(day: Day): void
  onClose(): void
}

/** Chooses the day on which the shop takes orders again. */
export function ClosureSheet({ value, today, onPick, onClose }: ClosureSheetProps) {
  const days = Array.from({ length: MAX_DAYS_AHEAD }, (_, i) => addDays(today, i + 1))
  return (
    <Sheet title={settingsWords.restTitle} onClose={onClose}>
      <View className="settings-group">
        <Text className="settings-group__text">{settingsWords.restText}</Text>
        <View className="day-choice" {...aria({ role: 'radiogroup', label: settingsWords.restTitle })}>
          <DayChips days={days} today={today} value={value} onChange={onPick} />
        </View>
      </View>
    </Sheet>
  )
}
