import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { addDays, type Day } from '@/domain/day'
import { MAX_CLOSED_NOTE_LENGTH, UNTIL_REOPENED } from '@/domain/shop/shop'
import { settingsWords } from '@/locales/shop/settings'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { DayChips } from '@/ui/day-choice/day-chips'
import { Field } from '@/ui/field/field'
import { Sheet } from '@/ui/sheet/sheet'
import './settings-group.scss'

/** Number of days ahead that can be chosen. */
const MAX_DAYS_AHEAD = 60

interface ClosureSheetProps {
  value: Day | undefined
  note: string | undefined
  today: Day
  onPick(day: Day, note: string): void
  onClose(): void
}

/** Chooses the day on which the shop takes orders again, or none, and what buyers read until then. */
export function ClosureSheet({ value, note: saved = '', today, onPick, onClose }: ClosureSheetProps) {
  const [note, setNote] = useState(saved)
  const days = Array.from({ length: MAX_DAYS_AHEAD }, (_, i) => addDays(today, i + 1))
  // the sentence is followed by another one
  const pick = (day: Day) => onPick(day, note.trim().replace(/[。.！!，,]+$/, ''))
  return (
    <Sheet title={settingsWords.restTitle} onClose={onClose}>
      <View className="settings-group">
        <Field
          label={settingsWords.restSay.label}
          hint={settingsWords.restSay.hint}
          value={note}
          maxLength={MAX_CLOSED_NOTE_LENGTH}
          onChange={setNote}
        />
        <Text className="settings-group__text">{settingsWords.restText}</Text>
        <Button kind="line" size="small" onPress={() => pick(UNTIL_REOPENED)}>
          {settingsWords.restOpenEnded}
        </Button>
        <View className="day-choice" {...aria({ role: 'radiogroup', label: settingsWords.restTitle })}>
          <DayChips days={days} today={today} value={value} onChange={pick} />
        </View>
      </View>
    </Sheet>
  )
}
