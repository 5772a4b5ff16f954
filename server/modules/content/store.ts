import { type Selectable, sql } from 'kysely'
import type { ContentKind, TextPlace } from '@/domain/content'
import type { ContentTable } from '../../db/content-tables'
import type { Query } from '../../db/database'
import { sha256 } from '../../fingerprint'

type ContentRow = Selectable<ContentTable>

export const textId = (text: string): string => `text-${sha256(text).slice(0, 32)}`
export const fileId = (kind: Exclude<ContentKind, 'text'>, hash: string): string => `${kind}-${hash}`

/** The hash that names the file of a photo or voice. */
export const hashOf = (contentId: string): string => contentId.slice(contentId.indexOf('-') + 1)

export interface NewContent {
  id: string
  kind: ContentKind
  text: string | null
  place: TextPlace | ''
}

interface Writing {
  contents: readonly NewContent[]
  /** Empty when the contents belong to no shop. */
  shopId: string
  accountId: string
  now: number
}

/** Rows of one statement: SQLite takes 32,766 values. */
const MAX_ROWS = 500

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

function inChunks<T>(all: readonly T[]): T[][] {
  const chunks: T[][] = []
  for (let at = 0; at < all.length; at += MAX_ROWS) chunks.push(all.slice(at, at + MAX_ROWS))
  return chunks
}

/** Records that an account has written contents. New ones are due for a check; the verdict of known ones stands. */
export async function addContents(tx: Query, { contents, shopId, accountId, now }: Writing): Promise<void> {
  // in one order, so that concurrent writers of the same contents wait for each other without a deadlock
  const unique = [...new Map(contents.map((one) => [one.id, one])).values()].sort(byId)
  for (const chunk of inChunks(unique))
    await tx
      .insertInto('content')
      .values(
        chunk.map(({ id, kind, text }) => ({
          ...({ id, kind, text, verdict: 'pending', source: null, label: null, tries: 0 } as const),
          ...{ due_at: now, trace: null, decided_at: null, created_at: now },
        })),
      )
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
  const uses = new Map(contents.map((one) => [`${one.id} ${one.place}`, one]))
  for (const chunk of inChunks([...uses.values()].sort(byId)))
    await tx
      .insertInto('content_use')
      .values(
        chunk.map(({ id, place }) => ({
          ...{ content_id: id, shop_id: shopId, place, account_id: accountId, used_at: now },
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['content_id', 'shop_id', 'place', 'account_id']).doUpdateSet({ used_at: now }),
      )
      .execute()
}

/** Adds a stored file to the contents that are checked, in the transaction that stores it. */
export const addFileContent = (
  tx: Query,
  kind: Exclude<ContentKind, 'text'>,
  { hash, accountId, now }: { hash: string; accountId: string; now: number },
): Promise<void> =>
  addContents(tx, {
    contents: [{ id: fileId(kind, hash), kind, text: null, place: '' }],
    ...{ shopId: '', accountId, now },
  })

/** The number of contents that an account has written since a moment. */
export async function countWritten(db: Query, accountId: string, since: number): Promise<number> {
  const { count } = await db
    .selectFrom('content_use')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('account_id', '=', accountId)
    .where('used_at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** A content that is due, with one of its uses. */
export type DueContent = ContentRow & { place: string; account_id: string }

/** Returns contents that are due for a check, each once. Everybody has a turn, whoever has written much. */
export async function findDue(db: Query, now: number, limit: number): Promise<DueContent[]> {
  const rows = await db
    .selectFrom((eb) =>
      eb
        .selectFrom('content')
        .innerJoin('content_use', 'content_use.content_id', 'content.id')
        .selectAll('content')
        .select([
          'content_use.place',
          'content_use.account_id',
          sql<number>`row_number() over (partition by content_use.account_id order by content.due_at, content.id)`.as(
            'turn',
          ),
        ])
        .where('content.verdict', '=', 'pending')
        .where('content.due_at', '<=', now)
        .as('due'),
    )
    .selectAll()
    .orderBy('turn')
    .orderBy('due_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  return [...new Map(rows.map(({ turn: _, ...row }) => [row.id, row])).values()]
}
