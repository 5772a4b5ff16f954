import { Text, View } from '@tarojs/components'
import { addDays, type Day } from '@/domain/day'
import { settingsWords } from '@/locales/zh-CN/settings'
import { aria } from '@/platform/a11y/aria'
import { DayChips } from '@/ui/day-choice/day-chips'
import { Sheet } from '@/ui/sheet/sheet'
import './settings-group.scss'

/** So many days ahead a shop can say that it rests. */
const DAYS = 60

interface RestSheetProps {
  value: Day | undefined
  today: Day
  onPick(day: Day): void
  onClose(): void
}

/** The coming days to choose from: the one on which orders are taken again. */
export function RestSheet({ value, today, onPick, onClose }: RestSheetProps) {
  const days = Array.from({ length: DAYS }, (_, i) => addDays(today, i + 1))
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
