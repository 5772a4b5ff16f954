import { useEffect } from 'react'
import { call } from '@/api/call'
import { createRetry } from '@/api/retry'
import { isTransient } from '@/domain/failure'
import type { Id } from '@/domain/id'
import { MAX_DURATION_MS } from '@/domain/lesson/lesson'
import { nextTurn, useAttendedLesson } from './membership'

const retry = createRetry(reportOpened, { delays: [2_000, 5_000, 15_000] })
let isSending = false

/** Tells the lesson of the shop that was opened in it, until the server has answered. */
async function reportOpened(): Promise<void> {
  const { opened } = useAttendedLesson.getState()
  if (!opened || opened.isReported || isSending) return
  isSending = true
  retry.cancel()
  const { lessonId, shopId } = opened
  const spent = Math.min(opened.spent, MAX_DURATION_MS)
  const reply = await call('PUT /api/lessons/:lessonId/attendance', {
    params: { lessonId },
    body: { turn: nextTurn(), stage: 'opened', spent, still: 0, shopId },
  })
  isSending = false
  if (!reply.ok && isTransient(reply.failure.code)) return retry.schedule(reply.failure)
  retry.reset()
  useAttendedLesson.setState(({ opened: now }) =>
    now?.shopId === shopId ? { opened: { ...now, isReported: true } } : {},
  )
}

/** Records a shop that was opened after `spent` ms, if this phone is in a lesson, and reports it. */
export function recordOpened(shopId: Id, spent: number): void {
  const { membership, opened } = useAttendedLesson.getState()
  if (!membership || opened?.shopId === shopId) return
  const { lessonId, centre, startedAt, seat } = membership
  useAttendedLesson.setState({
    opened: { lessonId, centre, startedAt, seat, shopId, spent, isReported: false },
  })
  void reportOpened()
}

/** Reports a shop whose report was not answered before the app was closed. */
export function useUnsentReport(): void {
  useEffect(() => void reportOpened(), [])
}
