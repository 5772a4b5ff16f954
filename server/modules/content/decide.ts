import type { ContentVerdict } from '@/domain/content'
import type { ContentSource } from '../../db/content-tables'
import type { Query } from '../../db/database'
import { isPostgres } from '../../db/engine'
import { countShopChange } from '../shops/shop-lock'

export interface Decision {
  verdict: Exclude<ContentVerdict, 'pending'>
  source: ContentSource | null
  label: string | null
}

/**
 * Gives a content its verdict. The verdict of an operator stands against later ones of services. When the content becomes hidden, or is
 * shown again, the cached copies of the shops that use it are outdated.
 */
export async function decide(
  tx: Query,
  contentId: string,
  decision: Decision,
  now: number,
): Promise<boolean> {
  const before = await tx
    .selectFrom('content')
    .select(['verdict', 'source', 'kind'])
    .where('id', '=', contentId)
    .$if(isPostgres(tx), (query) => query.forUpdate())
    .executeTakeFirst()
  if (!before || (before.source === 'operator' && decision.source !== 'operator')) return false
  const { verdict, source, label } = decision
  await tx
    .updateTable('content')
    .set({
      ...{ verdict, source, label, due_at: null, trace: null, decided_at: now },
      // nobody has to read a passed text again
      ...(verdict === 'pass' ? { text: null } : {}),
    })
    .where('id', '=', contentId)
    .execute()
  if (before.verdict === verdict || (before.verdict !== 'risky' && verdict !== 'risky')) return true
  for (const shopId of await shopsWith(tx, contentId)) await countShopChange(tx, shopId)
  return true
}

/** The shops that use a text, in one order. Files name no shop: their addresses stay the same and answer another picture. */
async function shopsWith(tx: Query, contentId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('content_use')
    .select('shop_id')
    .distinct()
    .where('content_id', '=', contentId)
    .where('shop_id', '!=', '')
    .orderBy('shop_id')
    .execute()
  return rows.map(({ shop_id }) => shop_id)
}
