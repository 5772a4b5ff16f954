import type { LessonKind } from '@/domain/lesson/lesson'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { findLesson, findLessonByNumber, type LessonRow } from './store'

interface NewLesson {
  id: string
  centre: string
  teacher: string
  kind: LessonKind
}

const LOWEST_NUMBER = 1000
const NUMBERS = 9000

/** Free numbers are found within a few draws as long as most numbers are free. */
const MAX_DRAWS = 40

/** The most lessons that one trainer has open; more are a mistake. */
const MAX_OPEN_LESSONS = 5

async function drawNumber(deps: Pick<AppDependencies, 'random'>, tx: Query): Promise<string> {
  for (let draw = 0; draw < MAX_DRAWS; draw++) {
    const number = String(LOWEST_NUMBER + (Buffer.from(deps.random(4)).readUInt32BE() % NUMBERS))
    if (!(await findLessonByNumber(tx, number))) return number
  }
  throw new ApiError('unavailable')
}

/**
 * Opens a lesson with a number that no other open lesson has.
 * @throws ApiError `idempotency-conflict` when the id is another lesson's, `not-allowed-now` with too many open lessons.
 */
export async function openLesson(
  deps: Pick<AppDependencies, 'random' | 'clock'>,
  tx: Query,
  { id, centre, teacher, kind }: NewLesson,
): Promise<LessonRow> {
  const known = await findLesson(tx, id)
  if (known) {
    if (known.teacher === teacher && known.centre === centre && known.kind === kind) return known
    throw new ApiError('idempotency-conflict')
  }
  const { open } = await tx
    .selectFrom('lesson')
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .where('teacher', '=', teacher)
    .where('centre', '=', centre)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (Number(open) >= MAX_OPEN_LESSONS) throw new ApiError('not-allowed-now')
  const row: LessonRow = {
    ...{ id, centre, teacher, kind, number: await drawNumber(deps, tx) },
    ...{ started_at: deps.clock(), ended_at: null, paused: 0, focus: null, focus_turn: 0, example: null },
    ...{ seats: 0, last_action: null, version: 1, locked: 0 },
  }
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('lesson')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  // another lesson got the id or the number at the same time
  if (numInsertedOrUpdatedRows !== 1n) throw new ApiError('unavailable')
  return row
}
