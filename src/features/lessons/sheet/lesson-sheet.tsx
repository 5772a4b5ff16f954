import { Text, View } from '@tarojs/components'
import { useCall } from '@/api/use-call'
import type { Id } from '@/domain/id'
import { medianTime } from '@/domain/lesson/lesson'
import { centreWords } from '@/locales/lesson/centre'
import { lessonWords, lessonSheetWords as words } from '@/locales/lesson/lesson'
import { momentWords } from '@/locales/time'
import { aria } from '@/platform/a11y/aria'
import { printPage } from '@/platform/device/print'
import { useReturnToPage } from '@/platform/lifecycle/use-page-visibility'
import { goBack, replace } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Loaded } from '@/ui/notice/loaded'
import { Notice } from '@/ui/notice/notice'
import { Page } from '@/ui/page/page'
import { Status } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'
import type { Board } from '../board-types'
import { type LearnerStatus, statusesOf } from '../learner-status'
import './lesson-sheet.scss'

/** The results of a lesson: its figures and every seat. The page prints on A4. */
export function LessonSheet({ lessonId }: { lessonId: Id }) {
  const board = useCall('GET /api/lessons/:lessonId/board', { params: { lessonId } })
  useReturnToPage(() => void board.reload())
  return (
    <Page title={words.title} headed>
      <Loaded state={board} notFound={<SheetGone />}>
        {(data) => <SheetContent board={data} />}
      </Loaded>
    </Page>
  )
}

function SheetGone() {
  return (
    <Notice icon="search" title={words.gone} text={words.goneText}>
      <Button kind="soft" onPress={() => goBack(urlOf('centre'))}>
        {words.centre}
      </Button>
    </Notice>
  )
}

function SheetContent({ board: { lesson, learners, now } }: { board: Board }) {
  const { endedAt, startedAt } = lesson
  const statuses = statusesOf(learners, endedAt ?? now, lesson.isPaused)
  return (
    <View className="lesson-sheet">
      <View>
        <Heading level={1} className="lesson-sheet__title">
          {centreWords.centre(lesson.centre)}
        </Heading>
        <Text className="lesson-sheet__when">
          {words.when(
            momentWords(startedAt, now),
            endedAt === undefined ? undefined : momentWords(endedAt, now),
          )}
        </Text>
      </View>
      {endedAt === undefined && <Underway lessonId={lesson.id} />}
      <Figures learners={learners} />
      {statuses.length === 0 ? <Text>{words.empty}</Text> : <SeatTable statuses={statuses} />}
      {printPage && statuses.length > 0 && (
        <View className="lesson-sheet__screen">
          <Button kind="soft" onPress={printPage}>
            {words.print}
          </Button>
        </View>
      )}
    </View>
  )
}

function Underway({ lessonId }: { lessonId: Id }) {
  return (
    <View className="lesson-sheet__screen">
      <View className="lesson-sheet__underway">
        <Status>{words.underway}</Status>
        <Button
          kind="soft"
          size="small"
          onPress={() => replace(urlOf('lessonConsole', { lesson: lessonId }))}
        >
          {words.back}
        </Button>
      </View>
    </View>
  )
}

function Figures({ learners }: Pick<Board, 'learners'>) {
  const middle = medianTime(learners)
  const figures = [
    { name: words.learners, value: words.people(learners.length) },
    {
      name: words.opened,
      value: words.people(learners.filter(({ stage }) => stage === 'opened').length),
    },
    { name: words.median, value: middle === undefined ? words.none : lessonWords.spent(middle) },
  ]
  return (
    <View className="lesson-sheet__figures">
      {figures.map(({ name, value }) => (
        <View key={name} className="lesson-sheet__figure">
          <Text className="lesson-sheet__name">{name}</Text>
          <Text className="lesson-sheet__value">{value}</Text>
        </View>
      ))}
    </View>
  )
}

const stageWords = ({ learner: { stage } }: LearnerStatus): string =>
  stage === 'opened' ? words.openedStage : words.stoppedAt(stage)

/** One row for each seat. */
function SeatTable({ statuses }: { statuses: readonly LearnerStatus[] }) {
  return (
    <View className="seat-table" {...aria({ role: 'table', label: words.title })}>
      <View className="seat-table__row seat-table__row--head" {...aria({ role: 'row' })}>
        {[words.seat, words.stage, words.time].map((name) => (
          <Text key={name} className="seat-table__cell" {...aria({ role: 'columnheader' })}>
            {name}
          </Text>
        ))}
      </View>
      {statuses.map((status) => (
        <View key={status.learner.id} className="seat-table__row" {...aria({ role: 'row' })}>
          <Text className="seat-table__cell" {...aria({ role: 'cell' })}>
            {lessonWords.seat(status.learner.seat)}
          </Text>
          <Text className="seat-table__cell" {...aria({ role: 'cell' })}>
            {stageWords(status)}
          </Text>
          <Text className="seat-table__cell" {...aria({ role: 'cell' })}>
            {lessonWords.spent(status.spent)}
          </Text>
        </View>
      ))}
    </View>
  )
}
