import { Text, View } from '@tarojs/components'
import { dayOf } from '@/domain/day'
import { medianTime, wizardQuestions } from '@/domain/lesson/lesson'
import { centreWords } from '@/locales/lesson/centre'
import { lessonWords, boardWords as words } from '@/locales/lesson/lesson'
import { dayAndYearWords, weekdayWords } from '@/locales/time'
import { aria } from '@/platform/a11y/aria'
import { Icon } from '@/ui/icon/icon'
import { Picture } from '@/ui/picture/picture'
import { Heading } from '@/ui/text/heading'
import type { Board, Lesson } from '../board-types'
import { type ExampleGoods, exampleGoods } from '../lesson-example'
import { LessonIcon } from '../lesson-icon'
import { joinLink } from '../lesson-links'
import { BoardQr } from './board-qr'
import { FullscreenButton } from './fullscreen-button'

interface BoardHeadProps {
  board: Board
  now: number
  isStale: boolean
  /** There is a place for the button that fills the screen. */
  hasSpace: boolean
}

/** The class and its figures, what it is shown at the moment, and how to join. */
export function BoardHead({ board: { lesson, learners }, now, isStale, hasSpace }: BoardHeadProps) {
  const opened = learners.filter(({ stage }) => stage === 'opened').length
  const middle = medianTime(learners)
  return (
    <View className="board-head">
      <View className="board-head__class">
        <Heading level={1} className="board-head__title">
          {centreWords.centre(lesson.centre)}
        </Heading>
        {isStale ? (
          <View className="board-head__stale">
            <Icon name="offline" />
            <Text>{lessonWords.stale}</Text>
          </View>
        ) : (
          <Text className="board-head__day">
            {lessonWords.day(
              dayAndYearWords(dayOf(lesson.startedAt), now),
              weekdayWords(dayOf(lesson.startedAt)),
            )}
          </Text>
        )}
        {learners.length > 0 && (
          <Text className="board-head__counts">
            {lesson.endedAt === undefined
              ? lessonWords.counts(learners.length, opened)
              : lessonWords.result(learners.length, opened)}
          </Text>
        )}
        {middle !== undefined && <Text className="board-head__counts">{lessonWords.median(middle)}</Text>}
      </View>
      <View className="board-head__middle">
        <View className="board-head__stage" {...aria({ role: 'status' })}>
          <Stage lesson={lesson} isEverybodyOpen={learners.length > 0 && opened === learners.length} />
        </View>
        {hasSpace && <FullscreenButton />}
      </View>
      {lesson.number !== undefined && lesson.endedAt === undefined && learners.length > 0 && (
        <View className="board-head__join">
          <View className="board-head__number-part">
            <Text className="board-head__how">{words.join}</Text>
            <Text className="board-head__number">{lesson.number}</Text>
          </View>
          <BoardQr text={joinLink(lesson.number)} number={lesson.number} />
        </View>
      )}
    </View>
  )
}

/** The announcement to the class: the end, the pause, that everybody is done, or the question; and the example. */
function Stage({ lesson, isEverybodyOpen }: { lesson: Lesson; isEverybodyOpen: boolean }) {
  const { endedAt, isPaused, focus, example } = lesson
  const goods = exampleGoods(example)
  if (endedAt !== undefined) return <StageLine>{words.over}</StageLine>
  return (
    <>
      {isPaused ? (
        <StageLine icon="pause">{lessonWords.paused}</StageLine>
      ) : isEverybodyOpen ? (
        <StageLine icon="opened">{lessonWords.everybody}</StageLine>
      ) : (
        focus && (
          <StageLine>
            {words.focus(wizardQuestions.indexOf(focus.question) + 1, lessonWords.questions[focus.question])}
          </StageLine>
        )
      )}
      {goods && !isEverybodyOpen && <ExampleLine goods={goods} />}
    </>
  )
}

function StageLine({ icon, children }: { icon?: 'pause' | 'opened'; children: string }) {
  return (
    <View className={`stage-line ${icon ? `stage-line--${icon}` : ''}`}>
      {icon && <LessonIcon name={icon} />}
      <Text className="stage-line__words">{children}</Text>
    </View>
  )
}

function ExampleLine({ goods: { trade, name, unit, price } }: { goods: ExampleGoods }) {
  return (
    <View className="stage-example">
      <View className="stage-example__picture">
        <Picture art={trade} goods={name} alt="" ratio={1} rounded />
      </View>
      <View className="stage-example__words">
        <Text className="stage-example__name">{lessonWords.exampleGoods(name, unit)}</Text>
        <Text className="stage-example__price">{lessonWords.examplePrice(price)}</Text>
      </View>
    </View>
  )
}
