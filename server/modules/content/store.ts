import type { Selectable } from 'kysely'
import type { ContentKind, TextPlace } from '@/domain/content'
import type { ContentTable } from '../../db/content-tables'
import type { Query } from '../../db/database'
import { sha256 } from '../../fingerprint'

export type ContentRow = Selectable<ContentTable>

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

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

/** Records that an account has written contents. New ones are due for a check; the verdict of known ones stands. */
export async function addContents(tx: Query, { contents, shopId, accountId, now }: Writing): Promise<void> {
  if (contents.length === 0) return
  // in one order, so that concurrent writers of the same contents wait for each other without a deadlock
  const unique = [...new Map(contents.map((one) => [one.id, one])).values()].sort(byId)
  await tx
    .insertInto('content')
    .values(
      unique.map(({ id, kind, text }) => ({
        ...({ id, kind, text, verdict: 'pending', source: null, label: null, tries: 0 } as const),
        ...{ due_at: now, trace: null, decided_at: null, created_at: now, appeal: null, appealed_at: null },
      })),
    )
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  const uses = new Map(contents.map((one) => [`${one.id} ${one.place}`, one]))
  await tx
    .insertInto('content_use')
    .values(
      [...uses.values()].sort(byId).map(({ id, place }) => ({
        ...{ content_id: id, shop_id: shopId, place, account_id: accountId, used_at: now },
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['content_id', 'shop_id', 'place', 'account_id']).doUpdateSet({ used_at: now }),
    )
    .execute()
}

/** A content that is due, with one of its uses. */
export type DueContent = ContentRow & { place: string; account_id: string }

/** Returns contents that are due for a check, those that wait longest first, each once. */
export async function findDue(db: Query, now: number, limit: number): Promise<DueContent[]> {
  const rows = await db
    .selectFrom('content')
    .innerJoin('content_use', 'content_use.content_id', 'content.id')
    .selectAll('content')
    .select(['content_use.place', 'content_use.account_id'])
    .where('content.verdict', '=', 'pending')
    .where('content.due_at', '<=', now)
    .orderBy('content.due_at')
    .orderBy('content.id')
    .limit(limit)
    .execute()
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}
