import { Text } from '@tarojs/components'
import { aria } from '@/platform/a11y/aria'
import type { LessonActions } from './use-lesson-actions'

/** Why the last action was not done; nothing when it was. */
export function SheetFault({ actions: { fault } }: { actions: Pick<LessonActions, 'fault'> }) {
  if (!fault) return null
  return (
    <Text className="console-sheet__fault" {...aria({ role: 'alert' })}>
      {fault}
    </Text>
  )
}
