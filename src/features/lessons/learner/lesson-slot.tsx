import { useEffect, useState } from 'react'
import { createRetry } from '@/api/retry'
import { stripLoader } from './load-strip'
import { useAttendedLesson } from './membership'
import { recordOpened } from './report-opened'
import type { LessonStripComponent, LessonStripProps } from './strip-props'

/** Returns the strip once the phone is in a lesson and the strip is loaded. */
function useStrip(isMember: boolean): LessonStripComponent | null {
  const [Strip, setStrip] = useState(() => stripLoader.loaded())
  useEffect(() => {
    if (!isMember || Strip) return
    const load = () =>
      void stripLoader.load().then(
        (loaded) => setStrip(() => loaded),
        () => retry.schedule(),
      )
    const retry = createRetry(load, { delays: [3_000, 10_000] })
    load()
    return retry.cancel
  }, [isMember, Strip])
  return Strip
}

/** The head of a wizard question: its children, or the strip of the lesson that the phone is in. */
export function LessonSlot(props: LessonStripProps) {
  const membership = useAttendedLesson((store) => store.membership)
  const Strip = useStrip(membership !== null)
  const { setPractice, opened: { id, spent } = {} } = props
  const kind = membership?.kind
  // after each render, because the wizard may have begun another shop
  useEffect(() => setPractice(kind && kind === 'practice'))
  useEffect(() => {
    if (id !== undefined && spent !== undefined) recordOpened(id, spent)
  }, [id, spent])
  return Strip && membership ? (
    <Strip key={membership.lessonId} membership={membership} wizard={props} />
  ) : (
    props.children
  )
}
