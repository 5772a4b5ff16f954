import { Text, View } from '@tarojs/components'
import { lessonConsoleWords as words } from '@/locales/lesson/lesson'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { SheetAnswers } from '@/ui/sheet/sheet-answers'

import { SheetFault } from './sheet-fault'
import type { LessonActions } from './use-lesson-actions'

interface EndSheetProps {
  actions: LessonActions
  onClose(): void
  onDone(message: string): void
}

/** Asks before a lesson ends. */
export function EndSheet({ actions, onClose, onDone }: EndSheetProps) {
  const end = async () => {
    if (await actions.act({ action: 'end' })) onDone(words.ended)
  }
  return (
    <Sheet title={words.endAsk} onClose={onClose}>
      <View className="console-sheet">
        <Text className="console-sheet__text">{words.endText}</Text>
        <SheetFault actions={actions} />
        <SheetAnswers no={words.endNo} onNo={onClose}>
          <Button kind="bad" busy={actions.busy === 'end' && words.ending} onPress={() => void end()}>
            {words.endYes}
          </Button>
        </SheetAnswers>
      </View>
    </Sheet>
  )
}
