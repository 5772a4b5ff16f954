import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import type { Handlers } from '../../http/call'
import { getClientAddress } from '../../http/client-address'
import { createWrongCodeLimits } from '../../http/limits/wrong-code-limits'
import { actInLesson } from './act'
import { joinLesson, leaveLesson, reportAttendance, requireSeat, type Seat, setHand } from './attend'
import { listLessons } from './list-lessons'
import type { LiveLessons } from './live-lessons'
import { openLesson } from './open-lesson'
import { type Board, toAttendance, toBoard, toLesson } from './replies'
import { connectScreen, lessonOfScreen, requestScreen } from './screens'
import { findLearners, findLesson, findLessonByNumber } from './store'
import { issueTicket } from './tickets'

/**
 * Limits on wrong numbers in a quarter of an hour. There are 9,000 numbers; whoever guesses one gets a seat that the trainer sees
 * and can take away. A whole class shares an address.
 */
const WRONG_NUMBERS = { account: 20, address: 300 }

export function lessonHandlers(deps: AppDependencies, live: LiveLessons) {
  const { db, settings } = deps
  const countWrongNumber = createWrongCodeLimits(deps, WRONG_NUMBERS)

  async function readBoard(query: Query, lessonId: string): Promise<Board> {
    const lesson = await findLesson(query, lessonId)
    if (!lesson) throw new ApiError('not-found')
    return toBoard(lesson, await findLearners(query, lessonId), settings.centres, deps.clock())
  }

  /** Runs a change of a lesson and makes the sockets of this server see it. */
  async function change<T>(lessonId: string, work: (tx: Query) => Promise<T>): Promise<T> {
    const result = await db.withTx(work)
    live.nudge(lessonId)
    return result
  }

  const attendanceOf = ({ lesson, learner }: Seat) => toAttendance(lesson, learner, settings.centres)

  const changeSeat = (
    lessonId: string,
    accountId: string,
    work: (tx: Query, seat: Seat) => Promise<Seat>,
  ): Promise<Seat> => change(lessonId, async (tx) => work(tx, await requireSeat(tx, lessonId, accountId)))

  return {
    'PUT /api/centres/:centre/lessons/:lessonId': async ({ params, body, auth }) => {
      const { centre, lessonId: id } = params
      if (!settings.centres.some(({ code }) => code === centre)) throw new ApiError('not-found')
      const lesson = { id, centre, teacher: auth.accountId, kind: body.kind }
      return toLesson(await auth.withRight((tx) => openLesson(deps, tx, lesson)), settings.centres)
    },
    'GET /api/centres/:centre/lessons': ({ params: { centre }, query, auth }) =>
      listLessons(deps, { centre, accountId: auth.accountId, role: auth.role }, query),
    'GET /api/lesson-numbers/:number': async ({ params: { number }, auth, request }) => {
      const lesson = await findLessonByNumber(db.query, number)
      if (lesson) return toLesson(lesson, settings.centres)
      await countWrongNumber(auth.accountId, getClientAddress(request))
      throw new ApiError('not-found')
    },
    'GET /api/lessons/:lessonId/board': ({ params }) => readBoard(db.query, params.lessonId),
    'POST /api/lessons/:lessonId/actions': ({ params: { lessonId }, body }) =>
      change(lessonId, async (tx) => {
        await actInLesson(deps, tx, lessonId, body)
        return readBoard(tx, lessonId)
      }),
    'PUT /api/lessons/:lessonId/learners/:learnerId': async ({ params, body, auth, request }) => {
      const joining = { ...params, accountId: auth.accountId, number: body.number }
      try {
        const seat = await change(params.lessonId, (tx) => joinLesson(deps, tx, joining))
        return { learnerId: seat.learner.id, turn: seat.learner.turn, ...attendanceOf(seat) }
      } catch (error) {
        if (error instanceof ApiError && error.code === 'not-found')
          await countWrongNumber(auth.accountId, getClientAddress(request))
        throw error
      }
    },
    'GET /api/lessons/:lessonId/attendance': async ({ params: { lessonId }, auth }) =>
      attendanceOf(await requireSeat(db.query, lessonId, auth.accountId)),
    'PUT /api/lessons/:lessonId/attendance': async ({ params: { lessonId }, body, auth }) =>
      attendanceOf(
        await changeSeat(lessonId, auth.accountId, (tx, seat) => reportAttendance(deps, tx, seat, body)),
      ),
    'PUT /api/lessons/:lessonId/attendance/hand': async ({ params: { lessonId }, body, auth }) =>
      attendanceOf(
        await changeSeat(lessonId, auth.accountId, (tx, seat) => setHand(deps, tx, seat, body.isUp)),
      ),
    'DELETE /api/lessons/:lessonId/attendance': ({ params: { lessonId }, auth }) =>
      change(lessonId, async (tx) => ({
        left: await leaveLesson(deps, tx, await requireSeat(tx, lessonId, auth.accountId)),
      })),
    'POST /api/lessons/:lessonId/tickets': async ({ params: { lessonId }, auth }) => {
      const holder = { lessonId, accountId: auth.accountId }
      return { ticket: await auth.withRight((tx) => issueTicket(deps, tx, holder)) }
    },
    'PUT /api/lesson-screens/:screenId': ({ params, auth }) =>
      db.withTx((tx) => requestScreen(deps, tx, auth.accountId, params.screenId)),
    'GET /api/lesson-screens/:screenId': async ({ params, auth }) => {
      const lessonId = await lessonOfScreen(db.query, auth.accountId, params.screenId)
      return lessonId === undefined ? {} : { lessonId }
    },
    'POST /api/lessons/:lessonId/screens': async ({ params: { lessonId }, body, auth }) => ({
      connected: await auth.withRight((tx) => connectScreen(deps, tx, lessonId, body.code)),
    }),
  } satisfies Partial<Handlers>
}
