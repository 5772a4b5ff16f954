import { useState } from 'react'
import { useLesson } from '@/api/use-lesson'
import type { Id } from '@/domain/id'
import { centreWords } from '@/locales/lesson/centre'
import { lessonConsoleWords as words } from '@/locales/lesson/lesson'
import { goBack } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { useFlash } from '@/ui/flash/flash'
import { Loaded } from '@/ui/notice/loaded'
import { Notice } from '@/ui/notice/notice'
import { Page } from '@/ui/page/page'
import type { Board } from '../board-types'
import { byUrgency, statusesOf } from '../learner-status'
import { useServerTime } from '../use-server-time'
import { ConsoleFoot } from './console-foot'
import { ConsoleTop } from './console-top'
import { EndSheet } from './end-sheet'
import { EndedLesson } from './ended-lesson'
import { FocusSheet } from './focus-sheet'
import { LearnerList } from './learner-list'
import { LearnerSheet } from './learner-sheet'
import { ScreenSheet } from './screen-sheet'
import { useAnnounceHands } from './use-announce-hands'
import { useLessonActions } from './use-lesson-actions'
import './lesson-console.scss'

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
    actions.clearFault()
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
          isFaultShown={!sheet}
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
