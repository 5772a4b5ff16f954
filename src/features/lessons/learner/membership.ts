import type { Id } from '@/domain/id'
import type { LessonKind } from '@/domain/lesson/lesson'
import { createPersistedStore } from '@/platform/storage/persisted-store'

/** The lesson that this phone is in. */
export interface Membership {
  lessonId: Id
  learnerId: Id
  number: string
  kind: LessonKind
  /** The name of the centre. */
  centre: string
  startedAt: number
  seat: number
  /** The turns of the last focus and of the last pointer that were applied. */
  focusTurn: number
  pointerTurn: number
}

/** A shop that was opened in a lesson, for its certificate and until the lesson knows of it. */
interface OpenedInLesson extends Pick<Membership, 'lessonId' | 'centre' | 'startedAt' | 'seat'> {
  shopId: Id
  spent: number
  isReported: boolean
}

interface AttendedLesson {
  membership: Membership | null
  opened: OpenedInLesson | null
  /** The turn of the last report, which grows over all lessons. */
  turn: number
}

/** This phone's data about its lessons. The membership ends with the lesson, by leaving, or when the trainer ends it. */
export const useAttendedLesson = createPersistedStore<AttendedLesson, AttendedLesson>(
  () => ({ membership: null, opened: null, turn: 0 }),
  { name: 'attended-lesson' },
)

/** Returns true, and remembers the turn, when it is higher than the last applied one. */
export function takeTurn<T extends { turn: number }>(
  name: 'focusTurn' | 'pointerTurn',
  act: T | undefined,
): act is T {
  const { membership } = useAttendedLesson.getState()
  if (!membership || !act || act.turn <= membership[name]) return false
  useAttendedLesson.setState({ membership: { ...membership, [name]: act.turn } })
  return true
}

export function endMembership(): void {
  useAttendedLesson.setState({ membership: null })
}

/** Returns the turn of the next report. */
export function nextTurn(): number {
  const turn = useAttendedLesson.getState().turn + 1
  useAttendedLesson.setState({ turn })
  return turn
}
