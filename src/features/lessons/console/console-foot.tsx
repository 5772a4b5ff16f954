import { Text, View } from '@tarojs/components'
import { lessonConsoleWords as words } from '@/locales/lesson/lesson'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import type { LessonActions } from './use-lesson-actions'

interface ConsoleFootProps {
  isPaused: boolean
  actions: LessonActions
  /** A sheet shows its own faults. */
  isFaultShown: boolean
  onFocus(): void
}

/** The trainer's actions for the whole class, always within reach. */
export function ConsoleFoot({
  isPaused,
  actions: { act, busy, fault },
  isFaultShown,
  onFocus,
}: ConsoleFootProps) {
  const pausing = (busy === 'pause' && words.pausing) || (busy === 'resume' && words.resuming)
  return (
    <View className="console-foot">
      {fault && isFaultShown && (
        <Text className="console-foot__fault" {...aria({ role: 'alert' })}>
          {fault}
        </Text>
      )}
      <View className="console-foot__buttons">
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
