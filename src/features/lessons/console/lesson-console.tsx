import { Text, View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { useLesson } from '@/api/use-lesson'
import type { Id } from '@/domain/id'
import { type Learner, medianTime } from '@/domain/lesson/lesson'
import { centreWords } from '@/locales/lesson/centre'
import { lessonConsoleWords, lessonWords, lessonConsoleWords as words } from '@/locales/lesson/lesson'
import { goBack, replace } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { useFlash } from '@/ui/flash/flash'
import { Loaded } from '@/ui/notice/loaded'
import { Notice } from '@/ui/notice/notice'
import { Page } from '@/ui/page/page'
import { Sheet } from '@/ui/sheet/sheet'
import { SheetAnswers } from '@/ui/sheet/sheet-answers'
import { Alert } from '@/ui/text/alert'
import type { Board } from '../board-types'
import { byUrgency, statusesOf } from '../learner-status'
import { useServerTime } from '../use-server-time'
import { ConsoleTop } from './console-top'
import { FocusSheet } from './focus-sheet'
import { LearnerList } from './learner-list'
import { LearnerSheet } from './learner-sheet'
import { ScreenSheet } from './screen-sheet'
import { type LessonActions, useLessonActions } from './use-lesson-actions'
import './lesson-console.scss'

const raisedSeats = (learners: readonly Learner[]): number[] =>
  learners.filter(({ handAt }) => handAt !== undefined).map(({ seat }) => seat)

/** Says who has raised a hand since the last board, wherever the list is scrolled to. */
function useAnnounceHands(learners: readonly Learner[], say: (message: string) => void): void {
  const latestSay = useRef(say)
  latestSay.current = say
  const known = useRef<number[]>()
  useEffect(() => {
    const raised = raisedSeats(learners)
    const fresh = raised.filter((seat) => known.current && !known.current.includes(seat))
    known.current = raised
    if (fresh.length > 0) latestSay.current(lessonConsoleWords.handUp(fresh))
  }, [learners])
}

/** The trainer's phone during a lesson. */
export function LessonConsole({ lessonId }: { lessonId: Id }) {
  const lesson = useLesson('board', lessonId)
  if (lesson.data && lesson.failure?.code !== 'not-found')
    return <OpenConsole board={lesson.data} onBoard={lesson.set} isLive={lesson.isLive} />
  return (
    <Page title={words.title}>
      <Loaded state={lesson} notFound={<LessonGone />}>
        {() => null}
      </Loaded>
    </Page>
  )
}

function LessonGone() {
  return (
    <Notice icon="search" title={words.gone} text={words.goneText}>
      <Button kind="soft" onPress={() => goBack(urlOf('centre'))}>
        {words.centre}
      </Button>
    </Notice>
  )
}

/** The sheet that is open over the console. */
type OpenSheet = { kind: 'focus' | 'screen' | 'end' } | { kind: 'learner'; learnerId: Id }

interface OpenConsoleProps {
  board: Board
  onBoard(board: Board): void
  isLive: boolean
}

function OpenConsole({ board, onBoard, isLive }: OpenConsoleProps) {
  const { lesson, learners } = board
  const time = useServerTime(board)
  const actions = useLessonActions(lesson.id, onBoard)
  const [sheet, setSheet] = useState<OpenSheet>()
  const { flash, say } = useFlash()
  useAnnounceHands(learners, say)
  const statuses = byUrgency(statusesOf(learners, time.now, lesson.isPaused))
  const open = (next: OpenSheet) => {
    actions.clearError()
    setSheet(next)
  }
  const close = () => setSheet(undefined)
  const closeWith = (message: string) => {
    close()
    say(message)
  }
  const title = centreWords.centre(lesson.centre)
  if (lesson.endedAt !== undefined)
    return (
      <Page title={title}>
        <EndedLesson board={board} />
      </Page>
    )
  const shared = { actions, onClose: close, onDone: closeWith }
  return (
    <Page
      title={title}
      foot={
        <ConsoleFoot
          isPaused={lesson.isPaused}
          actions={actions}
          isErrorShown={!sheet}
          onFocus={() => open({ kind: 'focus' })}
        />
      }
    >
      <ConsoleTop
        board={board}
        actions={actions}
        isLive={isLive}
        isStale={time.isStale}
        onScreen={() => open({ kind: 'screen' })}
        onEnd={() => open({ kind: 'end' })}
        say={say}
      />
      <LearnerList statuses={statuses} onOpen={(learnerId) => open({ kind: 'learner', learnerId })} />
      {sheet?.kind === 'focus' && <FocusSheet learners={learners} {...shared} />}
      {sheet?.kind === 'screen' && <ScreenSheet lessonId={lesson.id} onClose={close} onDone={closeWith} />}
      {sheet?.kind === 'end' && <EndSheet {...shared} />}
      {sheet?.kind === 'learner' && (
        <LearnerSheet status={statuses.find(({ learner }) => learner.id === sheet.learnerId)} {...shared} />
      )}
      {flash}
    </Page>
  )
}

interface EndSheetProps {
  actions: LessonActions
  onClose(): void
  onDone(message: string): void
}

/** Asks before a lesson ends. */
function EndSheet({ actions, onClose, onDone }: EndSheetProps) {
  const end = async () => {
    if (await actions.act({ action: 'end' })) onDone(words.ended)
  }
  return (
    <Sheet title={words.endAsk} onClose={onClose}>
      <View className="console-sheet">
        <Text className="console-sheet__text">{words.endText}</Text>
        <Alert className="console-sheet__error">{actions.error}</Alert>
        <SheetAnswers no={words.endNo} onNo={onClose}>
          <Button kind="bad" busy={actions.busy === 'end' && words.ending} onPress={() => void end()}>
            {words.endYes}
          </Button>
        </SheetAnswers>
      </View>
    </Sheet>
  )
}

/** The result of a lesson that is over, with links to its sheet and to the centre. */
function EndedLesson({ board: { lesson, learners } }: { board: Board }) {
  const opened = learners.filter(({ stage }) => stage === 'opened').length
  const middle = medianTime(learners)
  const result = [
    lessonWords.result(learners.length, opened),
    ...(middle === undefined ? [] : [lessonWords.median(middle)]),
  ].join('，')
  return (
    <View>
      <Notice icon="check" title={words.ended} text={result}>
        <Button onPress={() => replace(urlOf('lessonSheet', { lesson: lesson.id }))}>{words.sheet}</Button>
        <Button kind="soft" onPress={() => replace(urlOf('centre'))}>
          {words.centre}
        </Button>
      </Notice>
    </View>
  )
}

interface ConsoleFootProps {
  isPaused: boolean
  actions: LessonActions
  /** A sheet shows its own errors. */
  isErrorShown: boolean
  onFocus(): void
}

/** The trainer's actions for the whole class, always within reach. */
function ConsoleFoot({ isPaused, actions: { act, busy, error }, isErrorShown, onFocus }: ConsoleFootProps) {
  const pausing = (busy === 'pause' && words.pausing) || (busy === 'resume' && words.resuming)
  return (
    <View className="console-foot">
      <Alert className="console-foot__error">{isErrorShown && error}</Alert>
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
