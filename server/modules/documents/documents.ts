import {
  announcedVersion,
  type DocumentKind,
  type DocumentVersion,
  documentKinds,
  FIRST_VERSION,
  NOTICE_DAYS,
  versionInForce,
} from '@/domain/documents'
import type { Operator } from '@/domain/operator'
import { firstDocuments } from '@/locales/operator/first-documents'
import { ApiError, badInput } from '../../api-error'
import type { Query } from '../../db/database'
import { isPostgres } from '../../db/engine'
import { DAY_MS } from '../../jobs/intervals'

const isKind = (kind: DocumentKind) => (row: { kind: DocumentKind }) => row.kind === kind

const readRows = (db: Query) =>
  db
    .selectFrom('document')
    .select(['kind', 'version', 'changes', 'important', 'announced_at', 'effective_at'])
    .where('withdrawn_at', 'is', null)
    .orderBy('version', 'desc')
    .execute()

type Row = Awaited<ReturnType<typeof readRows>>[number]

const toVersion = ({ version, changes, important, announced_at, effective_at }: Row): DocumentVersion => ({
  ...{ version, changes, isImportant: important === 1 },
  ...{ announcedAt: announced_at, effectiveAt: effective_at },
})

/** All documents with their versions, the newest first. */
export async function readDocuments(db: Query) {
  const rows = await readRows(db)
  return documentKinds.map((kind) => ({
    kind,
    versions: [...rows.filter(isKind(kind)).map(toVersion), { version: FIRST_VERSION }],
  }))
}

/** A version with its text, in which the program's names the operator. @throws ApiError `not-found` */
export async function readDocument(
  db: Query,
  { kind, version }: { kind: DocumentKind; version: number },
  operator: Operator | undefined,
): Promise<DocumentVersion & { text: string }> {
  if (version === FIRST_VERSION) return { version, text: firstDocuments[kind](operator) }
  const row = await db
    .selectFrom('document')
    .select(['kind', 'version', 'text', 'changes', 'important', 'announced_at', 'effective_at'])
    .where('kind', '=', kind)
    .where('version', '=', version)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw new ApiError('not-found')
  return { ...toVersion(row), text: row.text }
}

/** A new version of a document. */
interface Announcement {
  kind: DocumentKind
  text: string
  changes: string
  isImportant: boolean
  effectiveAt: number
}

/** The earliest moment at which a version that is announced now may have an effect. Before the first shop there is nobody to tell. */
async function earliestEffect(tx: Query, now: number, isImportant: boolean): Promise<number> {
  const shop = await tx.selectFrom('shop').select('shop_id').limit(1).executeTakeFirst()
  return shop ? now + NOTICE_DAYS[isImportant ? 'important' : 'minor'] * DAY_MS : now
}

/**
 * Announces the next version of a document. The same again changes nothing.
 * @throws ApiError `bad-input` when it would have an effect too early, `not-allowed-now` while another version is announced
 */
export async function announceDocument(
  tx: Query,
  now: number,
  { kind, text, changes, isImportant, effectiveAt }: Announcement,
): Promise<{ version: number; isNew: boolean }> {
  const rows = await tx
    .selectFrom('document')
    .select(['version', 'text', 'effective_at', 'withdrawn_at'])
    .where('kind', '=', kind)
    .orderBy('version', 'desc')
    .$if(isPostgres(tx), (query) => query.forUpdate())
    .execute()
  const announced = rows.find((row) => row.withdrawn_at === null && row.effective_at > now)
  if (announced?.text === text && announced.effective_at === effectiveAt)
    return { version: announced.version, isNew: false }
  if (announced) throw new ApiError('not-allowed-now')
  if (effectiveAt < (await earliestEffect(tx, now, isImportant)))
    throw badInput('/effectiveAt', 'earlier than the announcement allows')
  const version = (rows[0]?.version ?? FIRST_VERSION) + 1
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto('document')
    .values({
      ...{ kind, version, text, changes, important: isImportant ? 1 : 0 },
      ...{ announced_at: now, effective_at: effectiveAt, withdrawn_at: null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  // another operator has announced one at the same time
  if (numInsertedOrUpdatedRows === 0n) throw new ApiError('not-allowed-now')
  return { version, isNew: true }
}

/** Withdraws the version that has no effect yet; its number is not used again. @throws ApiError `not-found` @returns its number */
export async function withdrawDocument(tx: Query, now: number, kind: DocumentKind): Promise<number> {
  const row = await tx
    .updateTable('document')
    .set({ withdrawn_at: now })
    .where('kind', '=', kind)
    .where('withdrawn_at', 'is', null)
    .where('effective_at', '>', now)
    .returning('version')
    .executeTakeFirst()
  if (!row) throw new ApiError('not-found')
  return row.version
}

interface Consent {
  kinds: readonly DocumentKind[]
  /** An announced version; those in force without it. */
  version?: number | undefined
}

/** Stores what an account agrees to. @throws ApiError `not-found` for a version that is neither in force nor announced */
export async function storeConsent(tx: Query, now: number, accountId: string, { kinds, version }: Consent) {
  const documents = await readDocuments(tx)
  const values = documents
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ kind, versions }) => {
      const current = versionInForce(versions, now)
      const agreed = version ?? current
      if (agreed !== current && agreed !== announcedVersion(versions, now)?.version)
        throw new ApiError('not-found')
      return { account_id: accountId, kind, version: agreed, agreed_at: now }
    })
  await tx
    .insertInto('consent')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The newest versions, other than the program's, that an account has not agreed to: of each document at most one. */
export async function readUnread(db: Query, accountId: string) {
  const rows = await readRows(db)
  if (rows.length === 0) return {}
  const consents = await db
    .selectFrom('consent')
    .select(['kind', 'version'])
    .where('account_id', '=', accountId)
    .execute()
  const documents = documentKinds.flatMap((kind) => {
    const newest = rows.find(isKind(kind))
    const agreed = consents.filter(isKind(kind)).map(({ version }) => version)
    if (!newest || agreed.some((version) => version >= newest.version)) return []
    return [{ kind, version: newest.version, effectiveAt: newest.effective_at }]
  })
  return documents.length > 0 ? { documents } : {}
}
