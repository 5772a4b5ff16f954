import type { CardPicture } from '@/domain/shop/paper-card'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { queueNotice } from '../notices/queue-notice'
import { mustFindShop } from '../shops/store'
import { cardCode, hashOfCardCode, hashOfPictures } from './code'
import { endCard, findCardByHash } from './store'

interface NewCard {
  shopId: string
  cardId: string
  /** The account that makes it: an owner, or who opens the shop for one. */
  maker: string
  pictures: readonly CardPicture[]
}

/**
 * Makes the paper card of a shop in the place of the one before. Repeating it answers the same code. Call it while the shop is locked.
 * @throws ApiError `idempotency-conflict` for other pictures under the same id, `card-used` for a card that has ended.
 */
export async function makeCard(
  { secret, clock }: Pick<AppDependencies, 'secret' | 'clock'>,
  tx: Query,
  { shopId, cardId, maker, pictures }: NewCard,
): Promise<{ code: string }> {
  await mustFindShop(tx, shopId)
  const code = cardCode(secret, shopId, cardId)
  const [code_hash, pictures_hash] = [hashOfCardCode(secret, code), hashOfPictures(secret, code, pictures)]
  const known = await findCardByHash(tx, code_hash)
  if (known && known.pictures_hash !== pictures_hash) throw new ApiError('idempotency-conflict')
  if (known && known.ended_at !== null) throw new ApiError('card-used')
  if (known) return { code }
  await endCard(tx, shopId, clock())
  await tx
    .insertInto('paper_card')
    .values({
      ...{ code_hash, shop_id: shopId, id: cardId, pictures_hash, made_by: maker, created_at: clock() },
      ...{ tries: 0, locked_until: null, asked_by: null, due_at: null, used_by: null, ended_at: null },
    })
    .execute()
  const notice = { event: 'card-made', shopId, subjectId: cardId, occurrence: 'made', at: clock() } as const
  await queueNotice(tx, notice)
  return { code }
}
