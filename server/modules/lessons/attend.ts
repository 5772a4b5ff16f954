import type { RouteBody } from '@/contract/routes'
import { MAX_LEARNERS } from '@/domain/lesson/lesson'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { opensForOwner } from '../helps/store'
import { ownsShop } from '../shops/owners'
import {
  changeLearner,
  changeLesson,
  findLearner,
  findLearners,
  findLesson,
  type LearnerRow,
  type LessonRow,
} from './store'

type Clock = Pick<AppDependencies, 'clock'>

export interface Seat {
  lesson: LessonRow
  learner: LearnerRow
}

interface Joining {
  lessonId: string
  learnerId: string
  accountId: string
  number: string
}

/**
 * Takes a seat in a lesson. Whoever was in it before gets the same seat again, with everything; lessons that the account is
 * still in are left.
 * @throws ApiError `not-found` unless the number is the lesson's, `idempotency-conflict` for an id of another learner, `lesson-full`
 * also for a removed learner and, for everybody new, in a locked lesson.
 */
export async function joinLesson(deps: Clock, tx: Query, joining: Joining): Promise<Seat> {
  const { lessonId, learnerId, accountId, number } = joining
  const now = deps.clock()
  const found = await findLesson(tx, lessonId)
  if (found?.number !== number) throw new ApiError('not-found')
  await leaveOtherLessons(tx, accountId, lessonId, now)
  // one transaction at a time counts the seats of a lesson
  const lesson = await touch(tx, lessonId)
  const known = await findLearner(tx, lessonId, accountId)
  if (known?.left_at === null) return { lesson, learner: known }
  const isShut = known ? known.removed_at !== null : lesson.locked === 1
  if (isShut || (await findLearners(tx, lessonId)).length >= MAX_LEARNERS) throw new ApiError('lesson-full')
  if (known) return { lesson, learner: await takeSeatAgain(tx, known, now) }
  const seat = lesson.seats + 1
  await changeLesson(tx, lessonId, { seats: seat })
  const learner: LearnerRow = {
    ...{ lesson_id: lessonId, id: learnerId, account_id: accountId, seat },
    ...{ stage: 'trade', spent: 0, turn: 0, joined_at: now, seen_at: now, moved_at: now },
    ...{ hand_at: null, pointer: null, pointer_turn: 0, opened_at: null, opened_shop: null },
    ...{ left_at: null, removed_at: null },
  }
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('learner')
    .values(learner)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 1n) return { lesson, learner }
  throw new ApiError('idempotency-conflict')
}

async function takeSeatAgain(tx: Query, learner: LearnerRow, now: number): Promise<LearnerRow> {
  const change = { left_at: null, seen_at: now, moved_at: now }
  await tx
    .updateTable('learner')
    .set(change)
    .where('lesson_id', '=', learner.lesson_id)
    .where('id', '=', learner.id)
    .execute()
  return { ...learner, ...change }
}

async function leaveOtherLessons(tx: Query, accountId: string, lessonId: string, now: number): Promise<void> {
  const others = await tx
    .updateTable('learner')
    .set({ left_at: now, hand_at: null })
    .where('account_id', '=', accountId)
    .where('lesson_id', '!=', lessonId)
    .where('left_at', 'is', null)
    // what was learned in lessons that are over stays in their figures
    .where('lesson_id', 'in', (db) => db.selectFrom('lesson').select('id').where('ended_at', 'is', null))
    .returning('lesson_id')
    .execute()
  for (const { lesson_id } of others) await changeLesson(tx, lesson_id)
}

/** Counts a change of a lesson. @throws ApiError `lesson-over`. */
async function touch(tx: Query, lessonId: string): Promise<LessonRow> {
  const lesson = await changeLesson(tx, lessonId)
  if (lesson) return lesson
  throw new ApiError('lesson-over')
}

/** The caller's seat in a lesson. @throws ApiError `not-found`. */
export async function requireSeat(db: Query, lessonId: string, accountId: string): Promise<Seat> {
  const [lesson, learner] = [await findLesson(db, lessonId), await findLearner(db, lessonId, accountId)]
  if (!lesson || !learner || learner.left_at !== null) throw new ApiError('not-found')
  return { lesson, learner }
}

type Report = RouteBody<'PUT /api/lessons/:lessonId/attendance'>

/**
 * Stores what a learner's phone reports. Reports that arrive out of order, repeated or after the lesson change nothing.
 * @throws ApiError `not-allowed-now` for a shop that is not the learner's.
 */
export async function reportAttendance(deps: Clock, tx: Query, seat: Seat, report: Report): Promise<Seat> {
  const { lesson, learner } = seat
  const now = deps.clock()
  // a shop that is open stays open, whatever the phone does next
  if (report.turn <= learner.turn || lesson.ended_at !== null) return seat
  const isOpened = report.stage === 'opened' || learner.stage === 'opened'
  const change = {
    ...{
      turn: report.turn,
      seen_at: now,
      moved_at: Math.min(now, Math.max(learner.joined_at, now - report.still)),
    },
    ...(learner.stage === 'opened' ? {} : { stage: report.stage, spent: report.spent }),
    ...(isOpened && learner.stage !== 'opened' ? await openedBy(tx, learner, report, now) : {}),
  }
  const changed = await tx
    .updateTable('learner')
    .set(change)
    .where('lesson_id', '=', learner.lesson_id)
    .where('id', '=', learner.id)
    .where('turn', '<', report.turn)
    .returningAll()
    .executeTakeFirst()
  if (!changed) return seat
  return { lesson: (await changeLesson(tx, lesson.id)) ?? lesson, learner: changed }
}

/** The shop that a learner has opened, for herself or for the person she helps. */
async function openedBy(tx: Query, { account_id: accountId }: LearnerRow, { shopId }: Report, now: number) {
  const hasOpened =
    shopId !== undefined &&
    ((await ownsShop(tx, accountId, shopId)) || (await opensForOwner(tx, { accountId, shopId, now })))
  if (!hasOpened) throw new ApiError('not-allowed-now')
  return { opened_shop: shopId, opened_at: now, hand_at: null }
}

export async function setHand(deps: Clock, tx: Query, seat: Seat, isUp: boolean): Promise<Seat> {
  const { lesson, learner } = seat
  if (isUp === (learner.hand_at !== null)) return seat
  const hand_at = isUp ? deps.clock() : null
  const changed = await touch(tx, lesson.id)
  await changeLearner(tx, lesson.id, learner.id, { hand_at })
  return { lesson: changed, learner: { ...learner, hand_at } }
}

/** Gives a seat up. Whoever joins again gets it back. */
export async function leaveLesson(deps: Clock, tx: Query, { lesson, learner }: Seat): Promise<boolean> {
  if (lesson.ended_at !== null) return false
  await changeLearner(tx, lesson.id, learner.id, { left_at: deps.clock(), hand_at: null })
  await changeLesson(tx, lesson.id)
  return true
}
