import { Text, View } from '@tarojs/components'
import { boardWords as words } from '@/locales/lesson/lesson'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { Heading } from '@/ui/text/heading'
import type { Board } from '../board-types'
import { statusesOf } from '../learner-status'
import { joinLink, typedAddress } from '../lesson-links'
import { useServerTime } from '../use-server-time'
import { BoardAnnouncement } from './board-announcement'
import { BoardCard } from './board-card'
import { BoardFrame } from './board-frame'
import { BoardHead } from './board-head'
import { boardLayout } from './board-layout'
import { BoardQr } from './board-qr'

/** The board of a lesson: how to join, what the class is shown, and where every learner is. */
export function LessonBoard({ board, onAgain }: { board: Board; onAgain?(): void }) {
  const { lesson, learners } = board
  const { now, isStale } = useServerTime(board)
  const { density, columns } = boardLayout(learners.length)
  const statuses = statusesOf(learners, now, lesson.isPaused)
  return (
    <BoardFrame title={words.title} kind={density} columns={columns}>
      <BoardHead board={board} now={now} isStale={isStale} hasSpace={density === 'large'} />
      {learners.length === 0 && lesson.number !== undefined ? (
        <Lobby number={lesson.number} />
      ) : (
        <View className="board__cards" {...aria({ role: 'list', label: words.title })}>
          {statuses.map((status) => (
            <BoardCard key={status.learner.id} status={status} density={density} />
          ))}
        </View>
      )}
      {lesson.endedAt === undefined && <BoardAnnouncement lesson={lesson} />}
      {lesson.endedAt !== undefined && onAgain && (
        <View className="board__again">
          <Button kind="line" size="small" onPress={onAgain}>
            {words.again}
          </Button>
        </View>
      )}
    </BoardFrame>
  )
}

/** Instructions for joining, as large as possible, shown until the first learner joins. */
function Lobby({ number }: { number: string }) {
  return (
    <View className="board__lobby">
      <BoardQr text={joinLink(number)} number={number} />
      <View className="board__lobby-words">
        <Heading className="board__lobby-title">{words.lobby}</Heading>
        <Text className="board__how">{words.lobbyText(typedAddress.join())}</Text>
        <Text className="board__lobby-number">{number}</Text>
      </View>
    </View>
  )
}
