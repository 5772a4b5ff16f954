import type { RouteReply } from '@/contract/routes'
import type { Id } from '@/domain/id'
import { newId } from '@/platform/device/new-id'
import { openSocket } from '@/platform/network/socket'
import { call } from './call'
import { createRetry, retryPolicies } from './retry'

/** The views of a lesson that can be followed: each name ends the path of a route and is the key of socket messages. */
export interface LessonViews {
  board: RouteReply<'GET /api/lessons/:lessonId/board'>
  attendance: RouteReply<'GET /api/lessons/:lessonId/attendance'>
}

/** The server sends a board every 5 s at least. A socket that is silent for this time is dead, in ms. */
const SILENT_MS = 12_000

/** Calls `onValue` with each message of the view, over one socket at a time; a lost one is replaced. */
export function followBySocket<V extends keyof LessonViews>(
  view: V,
  lessonId: Id,
  onValue: (value: LessonViews[V]) => void,
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
  const connect = () => {
    leave()
    const connectTurn = turn
    const input = { params: { lessonId }, body: { id: newId() } }
    void call('POST /api/lessons/:lessonId/tickets', input).then((reply) => {
      if (connectTurn !== turn) return
      if (!reply.ok) return retry.schedule(reply.failure)
      const greeting = reply.data.ticket
      close = openSocket('/api/lesson-socket', { greeting, onMessage, onClose: reconnect })
    })
  }
  const reconnect = () => {
    leave()
    retry.schedule()
  }
  const onMessage = (text: string) => {
    const value = (JSON.parse(text) as Partial<LessonViews>)[view]
    // a learner's socket brings no board, although the same account may be the teacher's
    if (value === undefined) return
    retry.reset()
    clearTimeout(silence)
    if (view === 'board') silence = setTimeout(reconnect, SILENT_MS)
    onLive(true)
    onValue(value)
  }
  const retry = createRetry(connect, retryPolicies.lessonSocket)
  connect()
  return () => {
    leave()
    retry.cancel()
  }
}
