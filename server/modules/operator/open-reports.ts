import type { ReportReason } from '@/domain/shop/report'
import { type Standing, standings } from '../../db/account-standing'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import type { ShopRow } from '../shops/store'
import { addAuditEntry } from './audit-trail'

/** The unanswered reports of a shop. */
export interface ReportedShop {
  id: string
  slug: string
  name: string
  isBlocked: boolean
  /** What the reports weigh: people who have bought count more, and unknown accounts together at most `MAX_UNKNOWN_WEIGHT`. */
  weight: number
  reports: { product: string | null; reason: ReportReason; note: string | null; reportedAt: number }[]
}

const WEIGHTS: Record<Standing, number> = {
  [standings.unknown]: 1,
  [standings.bought]: 3,
  [standings.trusted]: 5,
}

/** New accounts cost nothing to make. */
const MAX_UNKNOWN_WEIGHT = 5

const readOpen = (db: Query) =>
  db
    .selectFrom('report')
    .innerJoin('shop', 'shop.shop_id', 'report.shop_id')
    .leftJoin('product', (join) =>
      join.onRef('product.shop_id', '=', 'report.shop_id').onRef('product.id', '=', 'report.product_id'),
    )
    .leftJoin('account', 'account.id', 'report.account_id')
    .select([
      ...(['shop.shop_id', 'shop.slug', 'shop.name', 'shop.blocked_at', 'product.name as product'] as const),
      ...(['report.account_id', 'report.reason', 'report.note', 'report.reported_at'] as const),
      'account.standing',
    ])
    .where('report.answered_at', 'is', null)
    .orderBy('report.reported_at', 'desc')
    .execute()

type OpenReport = Awaited<ReturnType<typeof readOpen>>[number]

/** The weight of the people who reported a shop, each of whom counts once. */
function weigh(rows: readonly OpenReport[]): number {
  const people = new Map(rows.map(({ account_id, standing }) => [account_id, standing ?? standings.unknown]))
  const unknown = [...people.values()].filter((standing) => standing === standings.unknown).length
  const known = [...people.values()].filter((standing) => standing !== standings.unknown)
  return known.reduce<number>(
    (sum, standing) => sum + WEIGHTS[standing],
    Math.min(unknown, MAX_UNKNOWN_WEIGHT),
  )
}

/** Reads the shops with unanswered reports, the heaviest first. */
export async function readReports(db: Query): Promise<ReportedShop[]> {
  const bySlug = new Map<string, OpenReport[]>()
  for (const row of await readOpen(db)) bySlug.set(row.slug, [...(bySlug.get(row.slug) ?? []), row])
  return [...bySlug.values()]
    .flatMap((rows) => {
      const [first] = rows
      if (!first) return []
      const reports = rows.map(({ product, reason, note, reported_at }) => ({
        ...{ product, reason, note, reportedAt: reported_at },
      }))
      const { shop_id: id, slug, name, blocked_at } = first
      return [{ id, slug, name, isBlocked: blocked_at !== null, weight: weigh(rows), reports }]
    })
    .sort((a, b) => b.weight - a.weight || a.slug.localeCompare(b.slug))
}

/** Marks the reports of a shop that is locked as answered; later ones are listed again. @returns how many there were */
export async function answerReports(
  deps: Pick<AppDependencies, 'clock' | 'secret'>,
  tx: Query,
  { shop_id, slug }: Pick<ShopRow, 'shop_id' | 'slug'>,
  operatorId: string | null,
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('report')
    .set({ answered_at: deps.clock() })
    .where('shop_id', '=', shop_id)
    .where('answered_at', 'is', null)
    .executeTakeFirst()
  const count = Number(numUpdatedRows)
  if (count > 0)
    await addAuditEntry(deps, tx, { operatorId, action: 'answer-reports', subject: slug, details: { count } })
  return count
}
