import { Text, View } from '@tarojs/components'
import { lessonDeskWords as words } from '@/locales/lesson'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import type { LessonActions } from './use-lesson-actions'

interface DeskFootProps {
  isPaused: boolean
  actions: LessonActions
  /** A sheet shows its own faults. */
  isFaultShown: boolean
  onFocus(): void
}

/** What the trainer does with the whole class, always within reach. */
export function DeskFoot({ isPaused, actions: { act, busy, fault }, isFaultShown, onFocus }: DeskFootProps) {
  const pausing = (busy === 'pause' && words.pausing) || (busy === 'resume' && words.resuming)
  return (
    <View className="desk-foot">
      {fault && isFaultShown && (
        <Text className="desk-foot__fault" {...aria({ role: 'alert' })}>
          {fault}
        </Text>
      )}
      <View className="desk-foot__buttons">
        <Button
          kind="soft"
          busy={pausing}
          onPress={() => void act({ action: isPaused ? 'resume' : 'pause' })}
        >
          {isPaused ? words.resume : words.pause}
        </Button>
        <Button onPress={onFocus}>{words.focus}</Button>
      </View>
    </View>
  )
}
