import { Text, View } from '@tarojs/components'
import { type Learner, type WizardQuestion, wizardQuestions } from '@/domain/lesson/lesson'
import { lessonConsoleWords as words } from '@/locales/lesson/lesson'
import { pressable } from '@/platform/a11y/aria'
import { Icon } from '@/ui/icon/icon'
import { Sheet } from '@/ui/sheet/sheet'
import { Alert } from '@/ui/text/alert'
import type { LessonActions } from './use-lesson-actions'

interface FocusSheetProps {
  learners: readonly Learner[]
  actions: LessonActions
  onClose(): void
  onDone(message: string): void
}

/** Chooses the question to which everybody is brought. */
export function FocusSheet({ learners, actions, onClose, onDone }: FocusSheetProps) {
  const bring = async (question: WizardQuestion) => {
    if (await actions.act({ action: 'focus', question })) onDone(words.focused(question))
  }
  return (
    <Sheet title={words.focusTitle} onClose={onClose}>
      <View className="console-sheet">
        <Text className="console-sheet__text">{words.focusText}</Text>
        <Alert className="console-sheet__error">{actions.error}</Alert>
        {wizardQuestions.map((question, at) => {
          const count = learners.filter(({ stage }) => stage === question).length
          const option = words.focusOption(at + 1, question)
          return (
            <View
              key={question}
              className="focus-option"
              {...pressable(
                count > 0 ? `${option}，${words.focusHere(count)}` : option,
                () => void bring(question),
                { disabled: actions.busy === 'focus' },
              )}
            >
              <View className="focus-option__words">
                <Text className="focus-option__title">{option}</Text>
                {count > 0 && <Text className="focus-option__note">{words.focusHere(count)}</Text>}
              </View>
              <Icon name="forward" size={20} />
            </View>
          )
        })}
      </View>
    </Sheet>
  )
}
