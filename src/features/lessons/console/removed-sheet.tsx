import { Text, View } from '@tarojs/components'
import type { Learner } from '@/domain/lesson/lesson'
import { lessonConsoleWords as words } from '@/locales/lesson/lesson'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { SheetFault } from './sheet-fault'
import type { LessonActions, NewAction } from './use-lesson-actions'

interface RemovedSheetProps {
  learner: Learner
  actions: LessonActions
  onClose(): void
  onDone(message: string): void
}

/** Follows a removal: it is undone here, and the lesson is locked for everybody new. */
export function RemovedSheet({ learner: { id, seat }, actions, onClose, onDone }: RemovedSheetProps) {
  const act = async (action: NewAction, done: string) => {
    if (await actions.act(action)) onDone(done)
  }
  return (
    <Sheet title={words.removed(seat)} onClose={onClose}>
      <View className="console-sheet">
        <Text className="console-sheet__text">{words.removedText}</Text>
        <SheetFault actions={actions} />
        <Button
          kind="line"
          busy={actions.busy === 'readmit' && words.removing}
          onPress={() => void act({ action: 'readmit', learnerId: id }, words.readmitted(seat))}
        >
          {words.readmit}
        </Button>
        <Button
          kind="line"
          busy={actions.busy === 'lock' && words.removing}
          onPress={() => void act({ action: 'lock' }, words.lockedNow)}
        >
          {words.lock}
        </Button>
        <Button kind="soft" onPress={onClose}>
          {words.close}
        </Button>
      </View>
    </Sheet>
  )
}
