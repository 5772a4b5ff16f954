import { Text, View } from '@tarojs/components'
import { medianTime } from '@/domain/lesson/lesson'
import { lessonWords, lessonConsoleWords as words } from '@/locales/lesson/lesson'
import { copyText } from '@/platform/device/clipboard'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { StaleNotice } from '@/ui/notice/stale-notice'
import { Picture } from '@/ui/picture/picture'
import { Qr } from '@/ui/qr/qr'
import type { Board } from '../board-types'
import { exampleGoods } from '../lesson-example'
import { joinLink } from '../lesson-links'
import type { LessonActions } from './use-lesson-actions'

interface ConsoleTopProps {
  board: Board
  actions: LessonActions
  isLive: boolean
  isStale: boolean
  onScreen(): void
  onEnd(): void
  say(message: string): void
}

/** The number to join by, what the class is shown at the moment, and how far it is. */
export function ConsoleTop({ board, actions, isLive, isStale, onScreen, onEnd, say }: ConsoleTopProps) {
  const { lesson, learners } = board
  return (
    <View className="console-top">
      {isStale && <StaleNotice>{lessonWords.stale}</StaleNotice>}
      {!isStale && !isLive && <StaleNotice>{words.polling}</StaleNotice>}
      {lesson.number && <JoinCard number={lesson.number} say={say} />}
      <View className="console-top__actions">
        <Button kind="line" size="small" onPress={onScreen}>
          {words.screen}
        </Button>
        <Button
          kind="line"
          size="small"
          busy={actions.busy === 'next-example' && words.giving}
          onPress={() => void actions.act({ action: 'next-example' })}
        >
          {words.nextExample}
        </Button>
        <View className="console-top__end">
          <Button kind="line" size="small" onPress={onEnd}>
            {words.end}
          </Button>
        </View>
      </View>
      <LessonNow lesson={lesson} actions={actions} />
      <Counts learners={learners} />
    </View>
  )
}

function JoinCard({ number, say }: { number: string; say(message: string): void }) {
  const copy = async () => say((await copyText(joinLink(number))) ? words.copied : words.notCopied)
  return (
    <Card>
      <View className="join-card">
        <View className="join-card__words">
          <Text className="join-card__label">{words.number}</Text>
          <Text className="join-card__number">{number}</Text>
          <Button kind="soft" size="small" icon="copy" onPress={() => void copy()}>
            {words.copy}
          </Button>
        </View>
        <Qr text={joinLink(number)} label={lessonWords.joinQr(number)} size={120} />
      </View>
    </Card>
  )
}

/** The trainer's current messages to the class (the question, the example, the pause), and whether it is locked. */
function LessonNow({ lesson, actions }: Pick<Board, 'lesson'> & { actions: LessonActions }) {
  const { focus, example, isPaused, isLocked } = lesson
  const goods = exampleGoods(example)
  if (!focus && !goods && !isPaused && !isLocked) return null
  return (
    <View className="lesson-now">
      {isLocked && (
        <View className="lesson-now__lock">
          <Text className="lesson-now__line">{words.lockedNow}</Text>
          <Button
            kind="line"
            size="small"
            busy={actions.busy === 'unlock' && words.removing}
            onPress={() => void actions.act({ action: 'unlock' })}
          >
            {words.unlock}
          </Button>
        </View>
      )}
      {isPaused && <Text className="lesson-now__paused">{words.pausedNow}</Text>}
      {focus && <Text className="lesson-now__line">{words.focusNow(focus.question)}</Text>}
      {goods && (
        <View className="lesson-now__example">
          <View className="lesson-now__picture">
            <Picture art={goods.trade} goods={goods.name} alt="" ratio={1} rounded />
          </View>
          <Text className="lesson-now__line">
            {words.exampleNow(goods.name, lessonWords.examplePrice(goods.price), goods.unit)}
          </Text>
        </View>
      )}
    </View>
  )
}

function Counts({ learners }: Pick<Board, 'learners'>) {
  if (learners.length === 0) return null
  const middle = medianTime(learners)
  const opened = learners.filter(({ stage }) => stage === 'opened').length
  return (
    <Text className="console-top__counts">
      {lessonWords.counts(learners.length, opened)}
      {middle === undefined ? '' : `，${lessonWords.median(middle)}`}
    </Text>
  )
}
