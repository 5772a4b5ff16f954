import { call } from '@/api/call'
import { followBySocket } from '@/api/follow-lesson'
import { createRetry, retryPolicies } from '@/api/retry'
import type { RouteReply } from '@/contract/routes'
import { isTransient } from '@/domain/failure'
import { POLL_EVERY_MS, REPORT_EVERY_MS } from '@/domain/lesson/lesson'
import { loadExtras } from '../load-extras'
import { endMembership, type Membership, nextTurn, takeTurn } from '../membership'
import type { LessonEnd, LessonExtras, LessonStripProps } from '../strip-props'

type Attendance = RouteReply<'GET /api/lessons/:lessonId/attendance'>

export interface AttendanceState {
  lesson?: Attendance['lesson']
  isHandUp?: boolean
  isOffline?: boolean
  /** True when the last focus came after the example. */
  isFocusLast?: boolean
  /** Words while a place is marked. */
  pointed?: string
  describeExample?: LessonExtras['describeExample']
}

/** A second press within this time in ms belongs to the first. */
const REPEATED_PRESS_MS = 500

/** An attendance that was read before the hand was raised may arrive for this time afterwards, in ms. */
const HAND_SETTLES_MS = 3_000

/** Reports are due at each of so many polls. */
const POLLS_PER_REPORT = REPORT_EVERY_MS / POLL_EVERY_MS.attendance

/** The kinds of requests to the lesson, the most urgent first. The attendance is the reply to each. */
const kinds = ['hand', 'report', 'read'] as const
type Kind = (typeof kinds)[number]

/**
 * Reports the progress in the wizard to a lesson, and does once what its trainer does. Requests are sent one at a time, and again after
 * temporary failures, with the newest state.
 */
export function attendLesson(
  membership: Membership,
  wizard: () => LessonStripProps,
  onChange: (state: AttendanceState) => void,
) {
  const params = { lessonId: membership.lessonId }
  const due = new Set<Kind>()
  let state: AttendanceState = {}
  let isSending = false
  let isStopped = false
  let handChangedAt = 0
  /** The number of attendances that have arrived. */
  let arrived = 0
  let stopPointing = () => {}
  const retry = createRetry(send, retryPolicies.attendance)

  const requests = {
    hand: () =>
      call('PUT /api/lessons/:lessonId/attendance/hand', { params, body: { isUp: !!state.isHandUp } }),
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

  function withExtras(use: (extras: LessonExtras) => void) {
    void loadExtras().then(use, () => change({ isOffline: true }))
  }

  function end(reason: LessonEnd) {
    stop()
    endMembership()
    // a lesson that was over before the wizard opened is no news
    if (reason === 'not-found' || state.lesson)
      withExtras(({ showEnd }) => showEnd(reason, wizard().showHints))
  }

  const msSinceHand = () => Math.abs(Date.now() - handChangedAt)

  function receive({ lesson, isHandUp, pointer }: Attendance) {
    const { shown, goTo, setPaused, showHints } = wizard()
    arrived += 1
    if (lesson.endedAt !== undefined) return end('lesson-over')
    if (state.lesson && state.lesson.example !== lesson.example) change({ isFocusLast: false })
    if (!due.has('hand') && msSinceHand() > HAND_SETTLES_MS) change({ isHandUp })
    change({ lesson, isOffline: false })
    setPaused(lesson.isPaused)
    // what is not done now is done when the wizard is shown again
    if (!shown) return
    const { focus, example } = lesson
    if (takeTurn('focusTurn', focus)) {
      change({ isFocusLast: true })
      goTo(focus.question)
    }
    // a failed load is repeated with the next attendance
    if (pointer || example !== undefined)
      withExtras((extras) => {
        if (isStopped) return
        change({ describeExample: extras.describeExample })
        if (!takeTurn('pointerTurn', pointer)) return
        stopPointing()
        stopPointing = extras.pointAt(pointer.place, showHints, (pointed) => change({ pointed }))
      })
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
      if (code === 'not-found' || code === 'lesson-over') end(code)
      else retry.schedule(reply.failure)
    })
  }

  function ask(kind: Kind) {
    due.add(kind)
    send()
  }

  function stop() {
    // a notice of the end stays
    if (isStopped) return
    const { setPaused, showHints } = wizard()
    isStopped = true
    retry.cancel()
    stopPointing()
    setPaused(false)
    showHints()
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
      const stop = followBySocket('attendance', params.lessonId, receive, (isOpen) => {
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
    openSheet() {
      withExtras(({ showLesson }) => showLesson(membership, wizard().showHints))
    },
    stop,
  }
}
