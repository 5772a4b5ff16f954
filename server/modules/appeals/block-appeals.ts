import type { RouteReply } from '@/contract/routes'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'

/** The id of the block of a whole shop among those of contents, in appeals and messages. */
export const BLOCK = 'block'

type Block = NonNullable<RouteReply<'GET /api/shops/:shopId/hidden-parts'>['block']>

/** The reasons of the last block of a shop: the operators' own, and the one for the owner. */
export const readBlockReasons = (db: Query, shopId: string) =>
  db
    .selectFrom('operator_log')
    .select(['reason', 'owner_reason'])
    .where('shop_id', '=', shopId)
    .where('action', '=', 'block')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()

/** The block of a shop with its appeal; empty for a shop that is not blocked. */
export async function readBlock(db: Query, shopId: string): Promise<{ block?: Block }> {
  const shop = await db
    .selectFrom('shop')
    .leftJoin('content_appeal', (join) =>
      join.onRef('content_appeal.shop_id', '=', 'shop.shop_id').on('content_appeal.content_id', '=', BLOCK),
    )
    .select(['shop.blocked_at', 'content_appeal.appealed_at'])
    .where('shop.shop_id', '=', shopId)
    .executeTakeFirst()
  if (!shop || shop.blocked_at === null) return {}
  const reason = (await readBlockReasons(db, shopId))?.owner_reason
  return {
    block: {
      blockedAt: shop.blocked_at,
      ...(reason ? { reason } : {}),
      ...(shop.appealed_at === null ? {} : { appealedAt: shop.appealed_at }),
    },
  }
}

/** Stores why the owner of a shop that is locked disagrees with its block. @throws ApiError `not-found` when it is not blocked */
export async function appealBlock(
  tx: Query,
  shopId: string,
  { note, now }: { note: string; now: number },
): Promise<{ appealedAt: number }> {
  const { block } = await readBlock(tx, shopId)
  if (!block) throw new ApiError('not-found')
  const appeal = { note, appealed_at: now }
  await tx
    .insertInto('content_appeal')
    .values({ content_id: BLOCK, shop_id: shopId, ...appeal })
    .onConflict((conflict) => conflict.columns(['content_id', 'shop_id']).doUpdateSet(appeal))
    .execute()
  return { appealedAt: now }
}

/** Deletes the appeals of shops against their blocks, which are answered or about an earlier block. */
export async function endBlockAppeals(tx: Query, shopIds: readonly string[]): Promise<void> {
  await tx
    .deleteFrom('content_appeal')
    .where('content_id', '=', BLOCK)
    .where('shop_id', 'in', [...shopIds])
    .execute()
}

/** What an operator last answered to the owner of a blocked shop who had appealed before. */
async function readLastAnswer(db: Query, slug: string, since: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('audit_entry')
    .select('details')
    .where('action', '=', 'keep-block')
    .where('subject', '=', slug)
    .where('at', '>=', since)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.details ? readJson<{ text?: string }>(row.details).text : undefined
}

/** Blocked shops whose owners disagree, the first to do so first. */
export async function readBlockAppeals(db: Query) {
  const rows = await db
    .selectFrom('content_appeal')
    .innerJoin('shop', 'shop.shop_id', 'content_appeal.shop_id')
    .select(['shop.shop_id as id', 'shop.slug', 'shop.name', 'shop.blocked_at'])
    .select(['content_appeal.note', 'content_appeal.appealed_at'])
    .where('content_appeal.content_id', '=', BLOCK)
    .where('shop.blocked_at', 'is not', null)
    .orderBy('content_appeal.appealed_at')
    .limit(MAX_LISTED)
    .execute()
  return Promise.all(
    rows.map(async ({ blocked_at, appealed_at: appealedAt, ...row }) => {
      const { reason, owner_reason: ownerReason } = (await readBlockReasons(db, row.id)) ?? {}
      const answered = await readLastAnswer(db, row.slug, blocked_at ?? 0)
      return {
        ...{ ...row, blockedAt: blocked_at ?? appealedAt, appealedAt },
        ...(reason ? { reason } : {}),
        ...(ownerReason ? { ownerReason } : {}),
        ...(answered ? { answered } : {}),
      }
    }),
  )
}

const MAX_LISTED = 200
