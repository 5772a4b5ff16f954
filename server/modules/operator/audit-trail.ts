import { createHmac } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { AuditAction, AuditFact } from '@/domain/operator-console'
import type { Query } from '../../db/database'
import { isPostgres } from '../../db/engine'
import type { AuditEntryTable } from '../../db/operator-tables'
import type { AppDependencies } from '../../dependencies'

export type AuditDetails = Partial<Record<AuditFact, string | number | boolean | null>>

/** An action for the audit trail. */
export interface AuditedAction {
  /** Who did it; `null` for the command line. */
  operatorId: string | null
  action: AuditAction
  /** What it is about: the slug of a shop, the id of a content, wave or job, or the name of an operator, document, limit or quarter. */
  subject: string
  details?: AuditDetails
}

type Deps = Pick<AppDependencies, 'clock' | 'secret'>
type Entry = Selectable<AuditEntryTable>

const HEAD = 'head'
const NO_ENTRY = { number: 0, hash: '' }

/** The keyed hash of an entry and of all before it: nobody without the secret of the installation can make another. */
function hashOf(secret: string, { hash: _, ...entry }: Entry, before: string): string {
  const { number, at, operator_id, action, subject, details } = entry
  return createHmac('sha256', secret)
    .update(JSON.stringify(['audit', before, number, at, operator_id, action, subject, details]))
    .digest('base64url')
}

/** The last entry, locked until the transaction ends. */
async function lockHead(tx: Query) {
  await tx
    .insertInto('audit_head')
    .values({ id: HEAD, ...NO_ENTRY })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  return tx
    .selectFrom('audit_head')
    .select(['number', 'hash'])
    .where('id', '=', HEAD)
    .$if(isPostgres(tx), (query) => query.forUpdate())
    .executeTakeFirstOrThrow()
}

/** Adds an action to the audit trail, in the transaction of the action and as its last lock. */
export async function addAuditEntry(
  { clock, secret }: Deps,
  tx: Query,
  { operatorId, action, subject, details }: AuditedAction,
): Promise<void> {
  const head = await lockHead(tx)
  const entry = {
    ...{ number: head.number + 1, at: clock(), operator_id: operatorId, action, subject },
    details: details ? JSON.stringify(details) : null,
  }
  const hash = hashOf(secret, { ...entry, hash: '' }, head.hash)
  await tx
    .insertInto('audit_entry')
    .values({ ...entry, hash })
    .execute()
  await tx.updateTable('audit_head').set({ number: entry.number, hash }).where('id', '=', HEAD).execute()
}

const BATCH = 1000

/** The result of a check: the number of entries, and the first that does not follow from those before it. */
export interface AuditCheck {
  entries: number
  /** The hash of the last entry. Noted elsewhere, it shows later that none was replaced. */
  last: string
  firstWrong?: number
}

/** Checks every entry of the audit trail, and that none is missing at its end. */
export async function checkAuditTrail({ secret }: Pick<Deps, 'secret'>, db: Query): Promise<AuditCheck> {
  let before = NO_ENTRY
  for (;;) {
    const rows: Entry[] = await db
      .selectFrom('audit_entry')
      .selectAll()
      .where('number', '>', before.number)
      .orderBy('number')
      .limit(BATCH)
      .execute()
    for (const row of rows) {
      const isRight = row.number === before.number + 1 && row.hash === hashOf(secret, row, before.hash)
      if (!isRight) return { entries: before.number, last: before.hash, firstWrong: before.number + 1 }
      before = { number: row.number, hash: row.hash }
    }
    if (rows.length < BATCH) break
  }
  const head = (await db.selectFrom('audit_head').select(['number', 'hash']).executeTakeFirst()) ?? NO_ENTRY
  const isWhole = head.number === before.number && head.hash === before.hash
  return { entries: before.number, last: before.hash, ...(isWhole ? {} : { firstWrong: before.number + 1 }) }
}

const PAGE = 50

/** Reads entries with the names of their operators, the newest first. @param before the number above those to read */
export async function readAuditTrail(db: Query, before: number | undefined) {
  const rows = await db
    .selectFrom('audit_entry')
    .leftJoin('operator', 'operator.id', 'audit_entry.operator_id')
    .select(['audit_entry.number', 'at', 'operator.name', 'action', 'subject', 'details'])
    .$if(before !== undefined, (query) => query.where('audit_entry.number', '<', before ?? 0))
    .orderBy('audit_entry.number', 'desc')
    .limit(PAGE + 1)
    .execute()
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > PAGE ? last?.number : undefined }
}
