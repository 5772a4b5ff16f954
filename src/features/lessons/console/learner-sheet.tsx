import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { type Learner, type PointerPlace, placesOf, type WizardQuestion } from '@/domain/lesson/lesson'
import { lessonWords, lessonConsoleWords as words } from '@/locales/lesson/lesson'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { SheetAnswers } from '@/ui/sheet/sheet-answers'
import { Alert, Status } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'
import type { LearnerStatus } from '../learner-status'
import { LearnerStateLine } from './learner-state-line'
import type { LessonActions, NewAction } from './use-lesson-actions'

interface LearnerSheetProps {
  /** Absent once the learner has left. */
  status: LearnerStatus | undefined
  actions: LessonActions
  onClose(): void
  onDone(message: string): void
}

/** The trainer's actions for one learner. */
export function LearnerSheet({ status, actions, onClose, onDone }: LearnerSheetProps) {
  const [isRemoving, setIsRemoving] = useState(false)
  const [removed, setRemoved] = useState<Learner>()
  if (removed) return <RemovedSheet {...{ learner: removed, actions, onClose, onDone }} />
  if (!status)
    return (
      <Sheet title={words.learners} onClose={onClose}>
        <View className="console-sheet">
          <Status>{words.left}</Status>
          <Button kind="soft" onPress={onClose}>
            {words.close}
          </Button>
        </View>
      </Sheet>
    )
  const { learner } = status
  if (isRemoving)
    return (
      <RemovalSheet
        {...{ learner, actions, onClose }}
        onNo={() => setIsRemoving(false)}
        onRemoved={() => setRemoved(learner)}
      />
    )
  const lowerHand = async () => {
    if (await actions.act({ action: 'lower-hand', learnerId: learner.id }))
      onDone(words.lowered(learner.seat))
  }
  return (
    <Sheet title={lessonWords.seat(learner.seat)} onClose={onClose}>
      <View className="console-sheet">
        <View className="console-sheet__person">
          <LearnerStateLine status={status} />
          <Text className="learner-row__time">{words.personTime(lessonWords.clock(status.spent))}</Text>
        </View>
        <Alert className="console-sheet__error">{actions.error}</Alert>
        {status.state === 'hand' && (
          <Button busy={actions.busy === 'lower-hand' && words.lowering} onPress={() => void lowerHand()}>
            {words.lowerHand}
          </Button>
        )}
        {learner.stage !== 'opened' && (
          <PointerChoice learner={learner} question={learner.stage} actions={actions} />
        )}
        <View className="console-sheet__remove">
          <Button kind="line" size="small" onPress={() => setIsRemoving(true)}>
            {words.remove}
          </Button>
        </View>
      </View>
    </Sheet>
  )
}

const placeWords = (question: WizardQuestion, place: PointerPlace): string =>
  question === 'look' && place === 'next' ? words.openPlace : words.places[place]

interface PointerChoiceProps {
  learner: Learner
  question: WizardQuestion
  actions: LessonActions
}

/** The places on the learner's screen at which the trainer can point, from top to bottom. */
function PointerChoice({ learner, question, actions }: PointerChoiceProps) {
  const [pointed, setPointed] = useState<{ question: WizardQuestion; place: PointerPlace }>()
  const point = async (place: PointerPlace) => {
    setPointed(undefined)
    if (await actions.act({ action: 'point', learnerId: learner.id, place })) setPointed({ question, place })
  }
  return (
    <View className="console-sheet__part">
      <Heading level={3} className="console-sheet__title">
        {words.point}
      </Heading>
      <Status className="console-sheet__text">
        {pointed?.question === question
          ? words.pointed(placeWords(question, pointed.place))
          : words.pointText}
      </Status>
      <View className="console-sheet__places">
        {placesOf[question].map((place) => (
          <Button key={place} kind="soft" size="small" onPress={() => void point(place)}>
            {placeWords(question, place)}
          </Button>
        ))}
      </View>
    </View>
  )
}

interface RemovalSheetProps extends Pick<LearnerSheetProps, 'actions' | 'onClose'> {
  learner: Learner
  onNo(): void
  onRemoved(): void
}

function RemovalSheet({ learner: { id, seat }, actions, onClose, onNo, onRemoved }: RemovalSheetProps) {
  const remove = async () => {
    if (await actions.act({ action: 'remove', learnerId: id })) onRemoved()
  }
  return (
    <Sheet title={words.removeAsk(seat)} onClose={onClose}>
      <View className="console-sheet">
        <Text className="console-sheet__text">{words.removeText}</Text>
        <Alert className="console-sheet__error">{actions.error}</Alert>
        <SheetAnswers no={words.removeNo} onNo={onNo}>
          <Button kind="bad" busy={actions.busy === 'remove' && words.removing} onPress={() => void remove()}>
            {words.removeYes}
          </Button>
        </SheetAnswers>
      </View>
    </Sheet>
  )
}

interface RemovedSheetProps {
  learner: Learner
  actions: LessonActions
  onClose(): void
  onDone(message: string): void
}

/** Follows a removal: it is undone here, and the lesson is locked for everybody new. */
function RemovedSheet({ learner: { id, seat }, actions, onClose, onDone }: RemovedSheetProps) {
  const act = async (action: NewAction, done: string) => {
    if (await actions.act(action)) onDone(done)
  }
  return (
    <Sheet title={words.removed(seat)} onClose={onClose}>
      <View className="console-sheet">
        <Text className="console-sheet__text">{words.removedText}</Text>
        <Alert className="console-sheet__error">{actions.error}</Alert>
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
