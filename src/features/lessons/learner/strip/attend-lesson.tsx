import type { ComponentType } from 'react'
import { call } from '@/api/call'
import { followBySocket } from '@/api/follow-lesson'
import { createRetry } from '@/api/retry'
import type { RouteReply } from '@/contract/routes'
import { isTransient } from '@/domain/failure'
import type { Id } from '@/domain/id'
import { POLL_EVERY_MS, REPORT_EVERY_MS } from '@/domain/lesson'
import { lessonStripWords as words } from '@/locales/lesson-strip'
import { loadExtras } from '../load-extras'
import { changeMembership, endMembership, nextTurn, useAttendedLesson } from '../membership'
import type { LessonStripProps } from '../strip-props'

type Attendance = RouteReply<'GET /api/lessons/:lessonId/attendance'>

export interface AttendanceState {
  lesson?: Attendance['lesson']
  isHandUp?: boolean
  isOffline?: boolean
  /** True when the last focus came after the example. */
  isFocusLast?: boolean
  /** True while a place is marked. */
  isPointed?: boolean
}

/** How long a pointer's mark stays, in ms. */
const POINT_MS = 10_000

/** A second press within this time in ms belongs to the first. */
const REPEATED_PRESS_MS = 500

/** An attendance that was read before the hand was raised may arrive for this time afterwards, in ms. */
const HAND_SETTLES_MS = 3_000

/** Reports are due at each of so many polls. */
const POLLS_PER_REPORT = REPORT_EVERY_MS / POLL_EVERY_MS.attendance

/** What is asked of the lesson, the most urgent first. Each is answered by the attendance. */
const kinds = ['hand', 'report', 'read'] as const
type Kind = (typeof kinds)[number]

type TurnName = 'focusTurn' | 'pointerTurn'

/** True if a turn is higher than the last one that was applied; then it is the last one. */
function takeTurn(name: TurnName, turn: number): boolean {
  const isNew = isNewTurn(name, turn)
  if (isNew) changeMembership({ [name]: turn })
  return isNew
}

function isNewTurn(name: TurnName, turn: number): boolean {
  const { membership } = useAttendedLesson.getState()
  return membership !== null && turn > membership[name]
}

/** A part that cannot be loaded now is loaded with the next attendance. */
const noop = () => undefined

/**
 * Reports the progress in the wizard to a lesson, and does once what its trainer does. Requests are sent one at a time, and again after
 * temporary failures, with the newest state.
 */
export function attendLesson(
  lessonId: Id,
  wizard: () => LessonStripProps,
  onChange: (state: AttendanceState) => void,
  say: (text: string) => void,
) {
  const params = { lessonId }
  const due = new Set<Kind>()
  let state: AttendanceState = {}
  let isSending = false
  let isStopped = false
  let handChangedAt = 0
  /** The number of attendances that have arrived. */
  let arrived = 0
  let pointTimer: ReturnType<typeof setTimeout>
  const retry = createRetry(send, { delays: [2_000, 5_000, 10_000] })

  const requests = {
    hand: () =>
      call('PUT /api/lessons/:lessonId/attendance/hand', { params, body: { isUp: state.isHandUp === true } }),
    report: () => {
      const { question, readTimes } = wizard()
      const body = { turn: nextTurn(), stage: question, ...readTimes() }
      return call('PUT /api/lessons/:lessonId/attendance', { params, body })
    },
    read: () => call('GET /api/lessons/:lessonId/attendance', { params }),
  }

  function change(part: AttendanceState) {
    state = { ...state, ...part }
    onChange(state)
  }

  function end(reason: 'over' | 'removed') {
    endMembership()
    // a lesson that was over before the wizard opened is no news
    if (reason === 'removed' || state.lesson) say(words[reason])
  }

  const msSinceHand = () => Math.abs(Date.now() - handChangedAt)

  function receive({ lesson, isHandUp, pointer }: Attendance) {
    const { shown, goTo, setPaused } = wizard()
    arrived += 1
    if (lesson.endedAt !== undefined) return end('over')
    if (state.lesson && state.lesson.example !== lesson.example) change({ isFocusLast: false })
    if (!due.has('hand') && msSinceHand() > HAND_SETTLES_MS) change({ isHandUp })
    change({ lesson, isOffline: false })
    setPaused(lesson.isPaused)
    // what is not done now is done when the wizard is shown again
    if (!shown) return
    if (lesson.focus && takeTurn('focusTurn', lesson.focus.turn)) {
      change({ isFocusLast: true })
      goTo(lesson.focus.question)
    }
    if (pointer && isNewTurn('pointerTurn', pointer.turn))
      void loadExtras().then(({ PointerMark }) => point(pointer, PointerMark), noop)
  }

  function point({ place, turn }: NonNullable<Attendance['pointer']>, Mark: ComponentType) {
    if (isStopped || !takeTurn('pointerTurn', turn)) return
    wizard().showHints({ place, mark: <Mark /> })
    change({ isPointed: true })
    clearTimeout(pointTimer)
    pointTimer = setTimeout(() => {
      wizard().showHints({ place: null })
      change({ isPointed: false })
    }, POINT_MS)
  }

  function send(): void {
    const kind = kinds.find((one) => due.has(one))
    if (!kind || isSending) return
    isSending = true
    due.delete(kind)
    retry.cancel()
    const before = arrived
    void requests[kind]().then((reply) => {
      isSending = false
      if (isStopped) return
      if (reply.ok) {
        retry.reset()
        // one that arrived during the request may be newer
        if (arrived === before) receive(reply.data)
        return send()
      }
      const { code, status } = reply.failure
      if (isTransient(code)) due.add(kind)
      if (status === 0) change({ isOffline: true })
      if (code === 'not-found' || code === 'lesson-over') end(code === 'not-found' ? 'removed' : 'over')
      else retry.schedule(reply.failure)
    })
  }

  function ask(kind: Kind) {
    due.add(kind)
    send()
  }

  const report = () => {
    if (!wizard().opened) ask('report')
  }

  return {
    report,
    /** Raises the hand or takes it down; it is shown at once. */
    toggleHand() {
      const isRepeated = msSinceHand() < REPEATED_PRESS_MS
      handChangedAt = Date.now()
      if (isRepeated) return
      change({ isHandUp: !state.isHandUp })
      ask('hand')
    },
    /** Follows the lesson until the returned function is called. */
    follow() {
      let isLive = false
      let polls = 0
      const stop = followBySocket('attendance', lessonId, receive, (isOpen) => {
        isLive = isOpen
      })
      const timer = setInterval(() => {
        polls += 1
        if (polls % POLLS_PER_REPORT === 0) report()
        else if (!isLive) ask('read')
      }, POLL_EVERY_MS.attendance)
      return () => {
        stop()
        clearInterval(timer)
      }
    },
    stop() {
      const { setPaused, showHints } = wizard()
      isStopped = true
      retry.cancel()
      clearTimeout(pointTimer)
      setPaused(false)
      showHints({ isTaught: false, place: null, said: '', sheet: null })
    },
  }
}
