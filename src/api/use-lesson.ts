import { useEffect, useState } from 'react'
import type { RouteReply } from '@/contract/routes'
import type { Id } from '@/domain/id'
import { POLL_EVERY_MS } from '@/domain/lesson'
import { newId } from '@/platform/device/new-id'
import { usePageVisibility } from '@/platform/lifecycle/use-page-visibility'
import { openSocket } from '@/platform/network/socket'
import { call } from './call'
import { createRetry, retryPolicies } from './retry'
import { useCall } from './use-call'
import type { ReadState } from './use-read'

/** What can be followed of a lesson: the last part of a route, and the key of the messages of a socket. */
interface Views {
  board: RouteReply<'GET /api/lessons/:lessonId/board'>
  attendance: RouteReply<'GET /api/lessons/:lessonId/attendance'>
}
type View = keyof Views

/** The server sends a board every 5 s at least. A socket that is silent for this time is dead, in ms. */
const SILENT_MS = 12_000

/**
 * Follows a lesson until it is over, while the page is visible: by a socket, and by polling while there is none. `failure` is
 * `not-found` once the caller has no role in the lesson. `isLive` is true while a socket brings the changes.
 */
export function useLesson<V extends View>(view: V, lessonId: Id): ReadState<Views[V]> & { isLive: boolean } {
  const [isLive, setIsLive] = useState(false)
  const route: `GET /api/lessons/:lessonId/${View}` = `GET /api/lessons/:lessonId/${view}`
  const state = useCall<typeof route>(route, { params: { lessonId } }) as ReadState<Views[V]>
  const { data, failure, reload, set } = state
  const isOver = failure?.code === 'not-found' || data?.lesson.endedAt !== undefined
  const isFollowed = usePageVisibility() && !isOver

  useEffect(
    () => (isFollowed ? followBySocket(view, lessonId, set, setIsLive) : undefined),
    [view, lessonId, isFollowed, set],
  )
  useEffect(
    () => (isFollowed && !isLive ? poll(reload, POLL_EVERY_MS[view]) : undefined),
    [view, isFollowed, isLive, reload],
  )
  return { ...state, isLive }
}

/** Reads again and again, `pause` ms after the last reply has arrived. */
function poll(read: () => Promise<void>, pause: number): () => void {
  let isOver = false
  let timer: ReturnType<typeof setTimeout>
  const wait = () => {
    timer = setTimeout(() => void read().then(() => isOver || wait()), pause)
  }
  wait()
  return () => {
    isOver = true
    clearTimeout(timer)
  }
}

/** Calls `onValue` with each message of the view, over one socket at a time; a lost one is replaced. */
function followBySocket<V extends View>(
  view: V,
  lessonId: Id,
  onValue: (value: Views[V]) => void,
  onLive: (isLive: boolean) => void,
): () => void {
  let turn = 0
  let close: (() => void) | undefined
  let silence: ReturnType<typeof setTimeout>

  const leave = () => {
    turn += 1
    clearTimeout(silence)
    close?.()
    close = undefined
    onLive(false)
  }
  const connect = async () => {
    leave()
    const connectTurn = turn
    const reply = await call('POST /api/lessons/:lessonId/tickets', {
      params: { lessonId },
      body: { id: newId() },
    })
    if (connectTurn !== turn) return
    if (!reply.ok) return retry.schedule(reply.failure)
    close = openSocket('/api/lesson-socket', {
      greeting: reply.data.ticket,
      onMessage,
      onClose: reconnect,
    })
  }
  const reconnect = () => {
    leave()
    retry.schedule()
  }
  const onMessage = (text: string) => {
    const value = (JSON.parse(text) as Partial<Views>)[view]
    // a learner's socket brings no board, although the same account may be the teacher's
    if (value === undefined) return
    retry.reset()
    clearTimeout(silence)
    if (view === 'board') silence = setTimeout(reconnect, SILENT_MS)
    onLive(true)
    onValue(value)
  }
  const retry = createRetry(connect, retryPolicies.lessonSocket)
  void connect()
  return () => {
    leave()
    retry.cancel()
  }
}
