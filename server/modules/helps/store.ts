import { type Insertable, type Selectable, sql } from 'kysely'
import type { Help } from '@/contract/shop/helps'
import type { Centre } from '@/domain/centre'
import { createId } from '@/domain/id'
import type { HelpAction, HelpPurpose } from '@/domain/shop/help'
import type { Query } from '../../db/database'
import type { HelpStepTable, HelpTable } from '../../db/handover-tables'
import { readJson } from '../../db/json'
import { fingerprint } from '../../fingerprint'
import { centreOf } from '../centres/centre-of'

export type HelpRow = Selectable<HelpTable>

/** A help under which an account acts, and what the centre calls that account. */
export type ActingHelp = HelpRow & { actor: string }

export const toHelp = (row: HelpRow, centres: readonly Centre[]): Help => ({
  ...{ id: row.id, helper: row.name, centre: centreOf(centres, row.centre) },
  purposes: readJson<HelpPurpose[]>(row.purposes),
  ...{ startedAt: row.started_at, expiresAt: row.expires_at },
})

export const findHelp = (db: Query, id: string): Promise<HelpRow | undefined> =>
  db.selectFrom('help').selectAll().where('id', '=', id).executeTakeFirst()

/** The helps of a shop that have neither ended nor expired. */
export const selectOpenHelps = (db: Query, now: number) =>
  db.selectFrom('help').where('help.ended_at', 'is', null).where('help.expires_at', '>', now)

export const findOpenHelps = (db: Query, shopId: string, now: number): Promise<HelpRow[]> =>
  selectOpenHelps(db, now)
    .selectAll('help')
    .where('help.shop_id', '=', shopId)
    .orderBy('help.started_at')
    .execute()

/** The account that wants to act in a shop, and the time (epoch ms). */
interface Acting {
  accountId: string
  shopId: string
  now: number
}

/**
 * The helps under which an account may act in a shop, newest first: its own while it has a role in the centre, and those that open a
 * shop in the centre that it keeps.
 */
export const findActingHelps = (db: Query, { accountId, shopId, now }: Acting): Promise<ActingHelp[]> =>
  selectOpenHelps(db, now)
    .innerJoin('staff', (join) =>
      join.on(({ and, or, eb, ref }) =>
        and([
          eb('staff.account_id', '=', accountId),
          or([
            eb('staff.centre', '=', ref('help.centre')),
            eb('staff.centre', '=', sql<string>`substr(${sql.ref('help.centre')}, 1, 6)`),
          ]),
        ]),
      ),
    )
    .selectAll('help')
    .select('staff.name as actor')
    .where('help.shop_id', '=', shopId)
    .where(({ and, or, eb }) =>
      or([
        eb('help.helper', '=', accountId),
        and([eb('help.opens', '=', 1), eb('staff.role', '=', 'keeper')]),
      ]),
    )
    .orderBy('help.started_at', 'desc')
    .execute()

/** True when the account opens the shop for its later owner. */
export const opensForOwner = async (db: Query, acting: Acting): Promise<boolean> =>
  (await findActingHelps(db, acting)).some(({ opens }) => opens === 1)

/** Ends an open help of a shop; false when it had ended. */
export async function endHelp(tx: Query, shopId: string, id: string, now: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('help')
    .set({ ended_at: now })
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function endHelps(tx: Query, shopId: string, now: number): Promise<void> {
  await tx
    .updateTable('help')
    .set({ ended_at: now })
    .where('shop_id', '=', shopId)
    .where('ended_at', 'is', null)
    .execute()
}

/** Conditions on the openings of a shop that end; without one, all of them do. */
interface EndedOpenings {
  helper?: string
  /** The id of the opening that remains. */
  except?: string
  /** Those that had expired at this time (epoch ms). */
  expiredAt?: number
}

export async function endOpenings(
  tx: Query,
  shopId: string,
  now: number,
  { helper, except, expiredAt }: EndedOpenings = {},
): Promise<void> {
  let update = tx
    .updateTable('help')
    .set({ ended_at: now })
    .where('shop_id', '=', shopId)
    .where('opens', '=', 1)
    .where('ended_at', 'is', null)
  if (helper !== undefined) update = update.where('helper', '=', helper)
  if (except !== undefined) update = update.where('id', '!=', except)
  if (expiredAt !== undefined) update = update.where('expires_at', '<=', expiredAt)
  await update.execute()
}

/** True while a help that opens the shop has neither ended nor expired. */
export async function hasOpening(db: Query, shopId: string, now: number): Promise<boolean> {
  const row = await selectOpenHelps(db, now)
    .select('help.id')
    .where('help.shop_id', '=', shopId)
    .where('help.opens', '=', 1)
    .executeTakeFirst()
  return row !== undefined
}

export const addHelp = (tx: Query, row: Insertable<HelpTable>): Promise<unknown> =>
  tx.insertInto('help').values(row).execute()

export interface NewStep {
  help: ActingHelp
  accountId: string
  action: HelpAction
  about?: string | undefined
  /** The part of the request that distinguishes it from others of the help; a repeated request is the same step. */
  request: unknown
  at: number
  isDone: boolean
}

const TIME_BYTES = 6

/** An id that is the same for the same request. */
function stepId(helpId: string, action: HelpAction, request: unknown): string {
  const bytes = Buffer.from(fingerprint({ helpId, action, request }), 'hex')
  return createId(bytes.readUIntBE(0, TIME_BYTES), bytes.subarray(TIME_BYTES))
}

export type StepPath = Pick<HelpStepTable, 'shop_id' | 'id'>

/** Writes a step into the log of its shop, unless it is there already. */
export async function addStep(tx: Query, step: NewStep): Promise<StepPath> {
  const { help, accountId, action, about, request, at, isDone } = step
  const path = { shop_id: help.shop_id, id: stepId(help.id, action, request) }
  await tx
    .insertInto('help_step')
    .values({
      ...{ ...path, help_id: help.id, centre: help.centre, account_id: accountId, name: help.actor },
      ...{ action, about: about ?? null, at, done: isDone ? 1 : 0 },
    })
    .onConflict((conflict) => conflict.columns(['shop_id', 'id']).doNothing())
    .execute()
  return path
}

/** Marks a step as done, with what it was about if that is known only now. */
export async function finishStep(tx: Query, { shop_id, id }: StepPath, about?: string): Promise<void> {
  await tx
    .updateTable('help_step')
    .set({ done: 1, ...(about === undefined ? {} : { about }) })
    .where('shop_id', '=', shop_id)
    .where('id', '=', id)
    .execute()
}

/** Deletes the entry of a step that was refused; one that has succeeded before stays. */
export async function removeStep(tx: Query, { shop_id, id }: StepPath): Promise<void> {
  await tx
    .deleteFrom('help_step')
    .where('shop_id', '=', shop_id)
    .where('id', '=', id)
    .where('done', '=', 0)
    .execute()
}
