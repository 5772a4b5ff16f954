import type { Selectable } from 'kysely'
import { ApiError } from '../../api-error'
import type { ContentTable } from '../../db/content-tables'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { decide } from '../content/decide'
import { filePath } from '../content/file-link'
import { fileId, hashOf } from '../content/store'
import { addAuditEntry } from './audit-trail'

/** A content that waits for an operator: a doubtful or unchecked one, or a hidden one against which shops appeal. */
export interface WaitingContent
  extends Pick<Selectable<ContentTable>, 'id' | 'kind' | 'text' | 'verdict' | 'label'> {
  /** Since when it waits. */
  since: number
  /** The path of a file, which works for an hour. */
  path?: string
  /** Where it is used, with the slugs of the shops. */
  uses: { slug: string | null; place: string }[]
  appeals: { slug: string | null; note: string }[]
}

const MAX_LISTED = 200

/** Reads the contents that wait for an operator: appeals, then what a check doubts, then what no check has seen; the oldest first. */
export async function readWaitingContents(
  deps: Pick<AppDependencies, 'db' | 'clock' | 'secret'>,
): Promise<WaitingContent[]> {
  const db = deps.db.query
  const appeals = await db
    .selectFrom('content_appeal')
    .leftJoin('shop', 'shop.shop_id', 'content_appeal.shop_id')
    .select(['content_appeal.content_id', 'content_appeal.note', 'content_appeal.appealed_at', 'shop.slug'])
    .orderBy('content_appeal.appealed_at')
    .limit(MAX_LISTED)
    .execute()
  const appealed = [...new Set(appeals.map(({ content_id }) => content_id))]
  const rows = [
    ...(appealed.length > 0 ? await selectContents(db).where('id', 'in', appealed).execute() : []),
    ...(await selectContents(db)
      .where('verdict', '=', 'review')
      .orderBy((eb) => eb.case().when('source', 'is', null).then(1).else(0).end())
      .orderBy('decided_at')
      .orderBy('id')
      .limit(MAX_LISTED)
      .execute()),
  ]
  const ids = rows.map(({ id }) => id)
  const uses = [...(await textUsesOf(db, ids)), ...(await photoUsesOf(db, ids))]
  return rows.map(({ decided_at, ...row }) => {
    const ofRow = appeals.filter(({ content_id }) => content_id === row.id)
    return {
      ...row,
      since: ofRow[0]?.appealed_at ?? decided_at ?? 0,
      ...(row.kind === 'text' ? {} : { path: filePath(deps, row.kind, hashOf(row.id)) }),
      uses: uses
        .filter(({ content_id }) => content_id === row.id)
        .map(({ slug, place }) => ({ slug, place })),
      appeals: ofRow.map(({ slug, note }) => ({ slug, note })),
    }
  })
}

const selectContents = (db: Query) =>
  db.selectFrom('content').select(['id', 'kind', 'text', 'verdict', 'label', 'decided_at'])

const textUsesOf = async (db: Query, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : await db
        .selectFrom('content_use')
        .leftJoin('shop', 'shop.shop_id', 'content_use.shop_id')
        .select(['content_use.content_id', 'content_use.place', 'shop.slug'])
        .where('content_use.content_id', 'in', ids)
        .where('content_use.place', '!=', '')
        .orderBy('content_use.used_at')
        .execute()

async function photoUsesOf(db: Query, ids: readonly string[]) {
  const hashes = ids.filter((id) => id.startsWith('photo-')).map(hashOf)
  if (hashes.length === 0) return []
  const rows = await db
    .selectFrom('photo')
    .innerJoin('photo_use', 'photo_use.photo_id', 'photo.id')
    .leftJoin('shop', 'shop.shop_id', 'photo_use.shop_id')
    .select(['photo.hash', 'photo_use.product_id', 'shop.slug'])
    .where('photo.hash', 'in', hashes)
    .execute()
  return rows.map(({ hash, product_id, slug }) => ({
    ...{ content_id: fileId('photo', hash), slug, place: product_id },
  }))
}

/** Shops that may use a text that an operator hides, so that nobody hides an everyday word by mistake. */
const MAX_SHOPS = 5

interface OperatorDecision {
  verdict: 'pass' | 'risky'
  operatorId: string | null
  /** Hides it also when many shops use it. */
  isMeantEverywhere?: boolean
}

/**
 * Gives a content the verdict of an operator, which stands against later ones of services and answers appeals.
 * @returns the number of shops that use it when they are too many to hide it without `isMeantEverywhere`, else 0
 * @throws ApiError `not-found` for an id that no content has
 */
export async function decideContent(
  deps: Pick<AppDependencies, 'clock' | 'secret'>,
  tx: Query,
  id: string,
  { verdict, operatorId, isMeantEverywhere = false }: OperatorDecision,
): Promise<number> {
  const shops = verdict === 'risky' && !isMeantEverywhere ? await countShops(tx, id) : 0
  if (shops > MAX_SHOPS) return shops
  const isDecided = await decide(tx, id, { verdict, source: 'operator', label: null }, deps.clock())
  if (!isDecided) throw new ApiError('not-found')
  const action = verdict === 'pass' ? 'pass-content' : 'hide-content'
  await addAuditEntry(deps, tx, { operatorId, action, subject: id, details: { isMeantEverywhere } })
  return 0
}

async function countShops(tx: Query, contentId: string): Promise<number> {
  const rows = await tx
    .selectFrom('content_use')
    .select('shop_id')
    .distinct()
    .where('content_id', '=', contentId)
    .where('shop_id', '!=', '')
    .execute()
  return rows.length
}
