import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { useLesson } from '@/api/use-lesson'
import type { Id } from '@/domain/id'
import { boardWords as words } from '@/locales/lesson/lesson'
import { aria } from '@/platform/a11y/aria'
import { FailureNotice } from '@/ui/notice/failure-notice'
import { Page } from '@/ui/page/page'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Status } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'
import { BoardFrame } from './board-frame'
import { FullscreenButton } from './fullscreen-button'
import { LessonBoard } from './lesson-board'
import { useScreenConnection } from './use-screen-connection'

/** The big screen: the board of the teacher's lesson `lessonId`, or of the one that a trainer connects it with. */
export function BoardScreen({ lessonId }: { lessonId?: Id | undefined }) {
  const [isRefused, setIsRefused] = useState(false)
  if (lessonId !== undefined && !isRefused)
    return <FollowedBoard lessonId={lessonId} onGone={() => setIsRefused(true)} />
  return <ConnectedScreen />
}

/** A screen that is connected by a code. */
function ConnectedScreen() {
  const { lessonId, code, isFailing, disconnect } = useScreenConnection()
  const [wasDisconnected, setWasDisconnected] = useState(false)
  if (lessonId === undefined)
    return <WaitingScreen code={code} isFailing={isFailing} wasDisconnected={wasDisconnected} />
  return (
    <FollowedBoard
      key={lessonId}
      lessonId={lessonId}
      onGone={() => {
        setWasDisconnected(true)
        disconnect()
      }}
      onAgain={() => {
        setWasDisconnected(false)
        disconnect()
      }}
    />
  )
}

interface FollowedBoardProps {
  lessonId: Id
  /** This browser may not see the lesson, or not any longer. */
  onGone(): void
  /** Connects the screen with another lesson after this one. */
  onAgain?(): void
}

function FollowedBoard({ lessonId, onGone, onAgain }: FollowedBoardProps) {
  const { data, failure, reload } = useLesson('board', lessonId)
  const isGone = failure?.code === 'not-found'
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs once, when the role ends
  useEffect(() => {
    if (isGone) onGone()
  }, [isGone])
  if (data) return <LessonBoard board={data} {...(onAgain ? { onAgain } : {})} />
  return (
    <Page title={words.title}>
      {failure && !isGone ? (
        <FailureNotice failure={failure} onRetry={() => void reload()} />
      ) : (
        <Skeleton shape="grid" />
      )}
    </Page>
  )
}

interface WaitingScreenProps {
  /** Absent until the server has made one. */
  code: string | undefined
  isFailing: boolean
  wasDisconnected: boolean
}

/** Shows the code by which a trainer connects this screen. */
function WaitingScreen({ code, isFailing, wasDisconnected }: WaitingScreenProps) {
  const [first, second] = [code?.slice(0, 3), code?.slice(3)]
  return (
    <BoardFrame title={words.title} kind="waiting">
      <Heading level={1} className="board__title">
        {words.waitingTitle}
      </Heading>
      {wasDisconnected && <Text className="board__note">{words.gone}</Text>}
      {code && (
        <View className="board__code" {...aria({ role: 'img', label: words.code(code) })}>
          <Text>{first}</Text>
          <Text>{second}</Text>
        </View>
      )}
      <Status className="board__how">
        {isFailing ? words.waitingFailed : code ? words.waitingText : words.waitingBegun}
      </Status>
      <FullscreenButton />
    </BoardFrame>
  )
}
