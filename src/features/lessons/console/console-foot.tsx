import { View } from '@tarojs/components'
import { lessonConsoleWords as words } from '@/locales/lesson/lesson'
import { Button } from '@/ui/button/button'
import { Alert } from '@/ui/text/alert'
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
      <Alert className="console-foot__fault">{isFaultShown && fault}</Alert>
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
