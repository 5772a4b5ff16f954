import { type ContentVerdict, textPlacesOf } from '@/domain/content'
import type { ContentSource } from '../../db/content-tables'
import type { Query } from '../../db/database'
import { isPostgres } from '../../db/engine'
import { queueNotice } from '../notices/queue-notice'
import { countShopChange } from '../shops/shop-lock'
import { hashOf } from './store'

export interface Decision {
  verdict: Exclude<ContentVerdict, 'pending'>
  source: ContentSource | null
  label: string | null
}

/**
 * Gives a content its verdict. The verdict of an operator stands against later ones of services. When the content becomes hidden, or is
 * shown again, the cached copies of the shops that use it are outdated, and owners read that it is hidden; so do
 * those whose appeal an operator rejects.
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
      // nobody has to read a text again that a check has passed
      ...(verdict === 'pass' && source !== 'operator' ? { text: null } : {}),
    })
    .where('id', '=', contentId)
    .execute()
  const appealing = source === 'operator' ? await endAppeals(tx, contentId) : []
  const isChanged = before.verdict !== verdict && [before.verdict, verdict].includes('risky')
  const { written, shown } = isChanged ? await shopsWith(tx, contentId) : { written: [], shown: appealing }
  for (const shopId of written) await countShopChange(tx, shopId)
  if (verdict !== 'risky') return true
  for (const shopId of shown)
    await queueNotice(tx, {
      ...{ event: 'content-hidden', shopId, subjectId: contentId, occurrence: String(now), at: now },
    })
  return true
}

/** Ends the appeals against a verdict. @returns the shops that made them */
async function endAppeals(tx: Query, contentId: string): Promise<string[]> {
  const rows = await tx
    .deleteFrom('content_appeal')
    .where('content_id', '=', contentId)
    .returning('shop_id')
    .execute()
  return rows.map(({ shop_id }) => shop_id).sort()
}

/** Places that the owner of a shop can change. */
const SHOP_PLACES: readonly string[] = textPlacesOf('shop')

/**
 * The shops in which a text was written, in one order, and those that show a content to buyers. Files name no shop: the products and looks
 * that show them do, and their addresses stay the same.
 */
async function shopsWith(tx: Query, contentId: string): Promise<{ written: string[]; shown: string[] }> {
  const uses = await tx
    .selectFrom('content_use')
    .select(['shop_id', 'place'])
    .where('content_id', '=', contentId)
    .where('shop_id', '!=', '')
    .orderBy('shop_id')
    .execute()
  const photos = await tx
    .selectFrom('photo_use')
    .innerJoin('photo', 'photo.id', 'photo_use.photo_id')
    .select('photo_use.shop_id')
    .where('photo.hash', '=', hashOf(contentId))
    .where('photo_use.product_id', 'not like', 'claim:%')
    .execute()
  const voices = await tx
    .selectFrom('voice_use')
    .innerJoin('voice', 'voice.id', 'voice_use.voice_id')
    .select('voice_use.shop_id')
    .where('voice.hash', '=', hashOf(contentId))
    .execute()
  const own = uses.filter(({ place }) => SHOP_PLACES.includes(place))
  const idsOf = (rows: readonly { shop_id: string }[]) => [...new Set(rows.map(({ shop_id }) => shop_id))]
  return { written: idsOf(uses), shown: idsOf([...own, ...photos, ...voices]) }
}
