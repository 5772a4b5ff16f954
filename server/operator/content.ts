import type { Selectable } from 'kysely'
import type { ContentTable } from '../db/content-tables'
import type { Query } from '../db/database'
import type { AppDependencies } from '../dependencies'
import { decide } from '../modules/content/decide'
import { filePath } from '../modules/content/file-link'
import { hashOf } from '../modules/content/store'
import { SetupError } from '../setup-error'

/** A content that waits for an operator: a doubtful one, or a hidden one whose shop disagrees. */
export interface WaitingContent
  extends Pick<Selectable<ContentTable>, 'id' | 'kind' | 'text' | 'verdict' | 'label' | 'appeal'> {
  /** Since when it waits. */
  since: number
  /** The path of a file, which works for an hour. */
  path?: string
  /** The slugs of the shops that use it, and where. */
  uses: { slug: string | null; place: string }[]
}

const MAX_LISTED = 200

/** Reads the contents that wait for an operator, appeals first and then the oldest. */
export async function readWaitingContents(
  deps: Pick<AppDependencies, 'db' | 'clock' | 'secret'>,
): Promise<WaitingContent[]> {
  const db = deps.db.query
  const rows = await db
    .selectFrom('content')
    .select(['id', 'kind', 'text', 'verdict', 'label', 'appeal', 'appealed_at', 'decided_at'])
    .where(({ eb, or, and }) =>
      or([
        eb('verdict', '=', 'review'),
        and([eb('verdict', '=', 'risky'), eb('appealed_at', '>=', eb.ref('decided_at'))]),
      ]),
    )
    .orderBy('verdict', 'desc')
    .orderBy('decided_at')
    .orderBy('id')
    .limit(MAX_LISTED)
    .execute()
  const uses = await usesOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map(({ appealed_at, decided_at, ...row }) => ({
    ...row,
    since: appealed_at ?? decided_at ?? 0,
    ...(row.kind === 'text' ? {} : { path: filePath(deps, row.kind, hashOf(row.id)) }),
    uses: uses.filter(({ content_id }) => content_id === row.id).map(({ slug, place }) => ({ slug, place })),
  }))
}

const usesOf = async (db: Query, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : await db
        .selectFrom('content_use')
        .leftJoin('shop', 'shop.shop_id', 'content_use.shop_id')
        .select(['content_use.content_id', 'content_use.place', 'shop.slug'])
        .where('content_use.content_id', 'in', ids)
        .orderBy('content_use.used_at')
        .execute()

/**
 * Gives a content the verdict of an operator, which stands against later ones of services; an appeal is answered by it.
 * @throws SetupError for an id that no content has
 */
export async function decideContent(
  { db, clock }: Pick<AppDependencies, 'db' | 'clock'>,
  id: string,
  verdict: 'pass' | 'risky',
): Promise<void> {
  const isDecided = await db.withTx(async (tx) => {
    const isKnown = await decide(tx, id, { verdict, source: 'operator', label: null }, clock())
    if (isKnown)
      await tx.updateTable('content').set({ appeal: null, appealed_at: null }).where('id', '=', id).execute()
    return isKnown
  })
  if (!isDecided) throw new SetupError(`There is no content ${id}: copy the id from the list.`)
}

const formatMoment = (moment: number): string => new Date(moment).toISOString().slice(0, 16).replace('T', ' ')

/** Formats contents as text: the id, since when it waits, why, where it is used, and what it says. */
export const formatContents = (contents: readonly WaitingContent[]): string =>
  contents
    .map((content) => {
      const { id, text, path, verdict, label, since, appeal, uses } = content
      const places = uses
        .map(({ slug, place }) => `${slug ? `/s/${slug} ` : ''}${place}`.trim())
        .filter(Boolean)
      return [
        `${id}  ${formatMoment(since)}  ${verdict === 'risky' ? 'appeal' : 'doubtful'} ${label ?? ''}`.trimEnd(),
        `  ${path ?? text}`,
        ...(places.length > 0 ? [`  ${places.join(', ')}`] : []),
        ...(appeal === null ? [] : [`  appeal: ${appeal}`]),
      ].join('\n')
    })
    .join('\n')
