import { LESSON_MS, SCREEN_CODE_MS } from '@/domain/lesson/lesson'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'

const CODES = 1_000_000
const MAX_DRAWS = 40

/** Screens of one account that wait at once; the pages of a browser share an account. */
const MAX_WAITING = 5

type Outside = Pick<AppDependencies, 'clock' | 'random'>

async function drawCode({ random }: Outside, tx: Query): Promise<string> {
  for (let draw = 0; draw < MAX_DRAWS; draw++) {
    const code = String(Buffer.from(random(4)).readUInt32BE() % CODES).padStart(6, '0')
    const taken = await tx
      .selectFrom('lesson_screen')
      .select('id')
      .where('code', '=', code)
      .executeTakeFirst()
    if (!taken) return code
  }
  throw new ApiError('unavailable')
}

/** Shows a screen's code, a new one when the last has expired. */
export async function requestScreen(deps: Outside, tx: Query, accountId: string, id: string) {
  const now = deps.clock()
  await removeExpiredScreens(tx, now)
  const waiting = await tx
    .selectFrom('lesson_screen')
    .select(['id', 'code', 'expires_at'])
    .where('account_id', '=', accountId)
    .where('code', 'is not', null)
    .orderBy('expires_at')
    .execute()
  const known = waiting.find((screen) => screen.id === id)
  if (known?.code) return { code: known.code, expiresAt: known.expires_at }
  const [oldest] = waiting
  if (oldest && waiting.length >= MAX_WAITING)
    await tx
      .deleteFrom('lesson_screen')
      .where('account_id', '=', accountId)
      .where('id', '=', oldest.id)
      .execute()
  const row = { code: await drawCode(deps, tx), expires_at: now + SCREEN_CODE_MS, lesson_id: null }
  await tx
    .insertInto('lesson_screen')
    .values({ id, account_id: accountId, ...row })
    .onConflict((conflict) => conflict.columns(['account_id', 'id']).doUpdateSet(row))
    .execute()
  return { code: row.code, expiresAt: row.expires_at }
}

/** The lesson of a screen; `undefined` while it is not connected. @throws ApiError `not-found` for a screen that is unknown. */
export async function lessonOfScreen(db: Query, accountId: string, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('lesson_screen')
    .select('lesson_id')
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new ApiError('not-found')
  return row.lesson_id ?? undefined
}

/** Connects the screen that shows a code with a lesson; false when none shows it. */
export async function connectScreen(
  { clock }: Pick<AppDependencies, 'clock'>,
  tx: Query,
  lessonId: string,
  code: string,
): Promise<boolean> {
  const now = clock()
  const { numUpdatedRows } = await tx
    .updateTable('lesson_screen')
    .set({ lesson_id: lessonId, code: null, expires_at: now + LESSON_MS })
    .where('code', '=', code)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function removeExpiredScreens(tx: Query, now: number): Promise<void> {
  await tx.deleteFrom('lesson_screen').where('expires_at', '<=', now).execute()
}
