import { useEffect, useRef, useState } from 'react'
import { call } from '@/api/call'
import type { RouteReply } from '@/contract/routes'
import type { Failure } from '@/domain/failure'
import type { Id } from '@/domain/id'
import { newId } from '@/platform/device/new-id'
import { useIsMounted } from '@/platform/lifecycle/use-is-mounted'
import { goBack, replace } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { useAttendedLesson } from '../membership'
import { isLessonNumber } from './lesson-number'

export type FoundLesson = RouteReply<'GET /api/lesson-numbers/:number'>
type Joined = RouteReply<'PUT /api/lessons/:lessonId/learners/:learnerId'>

/** `typing` a number, `finding` its lesson, `asking` whether to join it, `joining`. */
type Phase = 'typing' | 'finding' | 'asking' | 'joining'

const openWizard = () => replace(urlOf('open'))

/** True when nothing was answered. */
const isUnreachable = ({ code }: Failure) => code === 'offline' || code === 'timeout'

const currentMembership = () => useAttendedLesson.getState().membership

function storeMembership(number: string, { lesson, learnerId, seat, pointer, turn }: Joined) {
  const { id: lessonId, kind, centre, startedAt } = lesson
  const before = currentMembership()
  // a pointer that is older than the membership is no news
  const turns = { focusTurn: 0, pointerTurn: pointer?.turn ?? 0 }
  useAttendedLesson.setState(({ turn: lastTurn }) => ({
    membership: {
      ...(before?.lessonId === lessonId ? { ...turns, focusTurn: before.focusTurn } : turns),
      ...{ lessonId, learnerId, number, kind, centre: centre.name, startedAt, seat },
    },
    turn: Math.max(lastTurn, turn),
  }))
}

/** Runs one step at a time, whatever is tapped meanwhile. */
function useOneStep() {
  const isBusy = useRef(false)
  return async (step: () => Promise<void>) => {
    if (isBusy.current) return
    isBusy.current = true
    await step().finally(() => {
      isBusy.current = false
    })
  }
}

/** Finding a lesson by its number and joining it, which opens the wizard. */
export function useJoin(scanned: string) {
  const isScanned = isLessonNumber(scanned)
  const [number, setNumber] = useState(isScanned ? scanned : '')
  const [phase, setPhase] = useState<Phase>(isScanned ? 'finding' : 'typing')
  const [lesson, setLesson] = useState<FoundLesson>()
  const [failure, setFailure] = useState<Failure>()
  const isMounted = useIsMounted()
  const newLearnerId = useRef<Id>(newId())
  const runStep = useOneStep()

  function begin(next: Phase) {
    setPhase(next)
    setFailure(undefined)
  }

  function fail(next: Phase, why: Failure) {
    setPhase(next)
    setFailure(why)
  }

  async function joinFound(found: FoundLesson, typed: string) {
    begin('joining')
    const before = currentMembership()
    const isReturning = before?.lessonId === found.id
    const learnerId = isReturning ? before.learnerId : newLearnerId.current
    const reply = await call('PUT /api/lessons/:lessonId/learners/:learnerId', {
      params: { lessonId: found.id, learnerId },
      body: { number: typed },
    })
    if (reply.ok) storeMembership(typed, reply.data)
    if (!isMounted.current) return
    if (reply.ok || (isReturning && isUnreachable(reply.failure))) return openWizard()
    // a lesson that has just ended is looked for by another number
    const isGone = reply.failure.code === 'not-found' || reply.failure.code === 'lesson-over'
    fail(isGone ? 'typing' : 'asking', reply.failure)
  }

  async function findLesson(typed: string) {
    setNumber(typed)
    if (!isLessonNumber(typed)) return fail('typing', { code: 'not-found', status: 404 })
    begin('finding')
    const reply = await call('GET /api/lesson-numbers/:number', { params: { number: typed } })
    if (!isMounted.current) return
    const before = currentMembership()
    if (!reply.ok)
      return isUnreachable(reply.failure) && before?.number === typed
        ? openWizard()
        : fail('typing', reply.failure)
    setLesson(reply.data)
    // who returns to a lesson has agreed before
    if (before?.lessonId === reply.data.id) return joinFound(reply.data, typed)
    setPhase('asking')
  }

  const find = (typed: string) => void runStep(() => findLesson(typed))
  const latestFind = useRef(find)
  latestFind.current = find
  useEffect(() => {
    if (isScanned) latestFind.current(scanned)
  }, [isScanned, scanned])

  return {
    ...{ number, phase, lesson, failure, isScanned: number === scanned, find, openWizard },
    type(digits: string) {
      setNumber(digits)
      setFailure(undefined)
    },
    join: () => lesson && void runStep(() => joinFound(lesson, number)),
    refuse: () => (number === scanned ? goBack() : begin('typing')),
  }
}
