import { useEffect, useState } from 'react'
import type { Id } from '@/domain/id'
import { POLL_EVERY_MS } from '@/domain/lesson/lesson'
import { usePageVisibility } from '@/platform/lifecycle/use-page-visibility'
import { followBySocket, type LessonViews } from './follow-lesson'
import { useCall } from './use-call'
import type { ReadState } from './use-read'

/**
 * Follows a lesson until it is over, while the page is visible: by a socket, and by polling while there is none. `failure` is
 * `not-found` once the caller has no role in the lesson. `isLive` is true while a socket brings the changes.
 */
export function useLesson<V extends keyof LessonViews>(
  view: V,
  lessonId: Id,
): ReadState<LessonViews[V]> & { isLive: boolean } {
  const [isLive, setIsLive] = useState(false)
  const route: `GET /api/lessons/:lessonId/${keyof LessonViews}` = `GET /api/lessons/:lessonId/${view}`
  const state = useCall<typeof route>(route, { params: { lessonId } }) as ReadState<LessonViews[V]>
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
