import { allowedActions } from '@/domain/order/allowed-actions'
import { askingFor, type ClaimRequest, findForeignGoods } from '@/domain/order/claim'
import type { Order } from '@/domain/order/order'
import type { Photo } from '@/domain/photo'
import { ApiError, badInput } from '../../api-error'
import type { Query } from '../../db/database'
import { fingerprint } from '../../fingerprint'
import { claimsOf, findClaim } from '../claims/store'
import { type OrderRow, toOrderAt } from '../orders/order-row'
import { mustFindOrder } from '../orders/store'
import { setPhotoUses } from '../photos/uses'
import { refundableAmount } from './refundable-amount'
import { transitionOrder } from './transition-order'

interface NewClaim {
  shopId: string
  orderId: string
  /** Made by the client. */
  claimId: string
  request: ClaimRequest
  accountId: string
  role: 'owner' | 'buyer'
  now: number
}

/**
 * Makes a buyer's claim, once for each id. Call it while the shop is locked.
 * @throws ApiError `not-allowed-now` (with the order) when nothing can be claimed now, `bad-input` for goods that were not ordered, more
 * money than is left, or photos of others, `too-many-steps`, or `idempotency-conflict`.
 */
export async function makeClaim(tx: Query, claim: NewClaim): Promise<Order> {
  const { shopId, orderId, claimId, request, now } = claim
  const row = await mustFindOrder(tx, shopId, orderId)
  const known = await findClaim(tx, shopId, claimId)
  const hash = fingerprint(request)
  if (known) {
    if (known.order_id !== orderId || known.request_hash !== hash) throw new ApiError('idempotency-conflict')
    return toOrderAt(row, now)
  }
  const action = askingFor[request.wish]
  const before = toOrderAt(row, now)
  if (!allowedActions(before, claim.role).includes(action))
    throw new ApiError('not-allowed-now', { current: before })
  const photos = await checkRequest(tx, row, claim)
  const number = (await claimsOf(tx, row)).length + 1
  await tx
    .insertInto('claim')
    .values({
      ...{ shop_id: shopId, id: claimId, order_id: orderId, request_hash: hash, created_at: now },
      ...{ wish: request.wish, reason: request.reason, text: request.text ?? null, amount: request.amount },
      ...{ goods: JSON.stringify(request.goods), photos: JSON.stringify(photos) },
      ...{ number, granted: null, restocked: 0, state: 'asked' },
    })
    .execute()
  // no product has such an id, which is made by clients as well
  await setPhotoUses(tx, { shopId, productId: `claim:${claimId}` }, request.photos, now)
  // the step sets the claim's state
  return transitionOrder(tx, row, { action, actor: claim.role, now })
}

/** The photos of a request that its order and its caller allow. @throws ApiError `bad-input` */
async function checkRequest(
  tx: Query,
  row: OrderRow,
  { request, accountId, now }: NewClaim,
): Promise<Photo[]> {
  const foreign = findForeignGoods(toOrderAt(row, now), request.goods)
  if (foreign >= 0) throw badInput(`/goods/${foreign}`, 'these goods were not ordered')
  const [least, most] = request.wish === 'resend' ? [0, 0] : [1, await refundableAmount(tx, row)]
  if (request.amount < least || request.amount > most)
    throw badInput('/amount', `between ${least} and ${most} fen`)
  const photos = await Promise.all(request.photos.map((id) => findOwnPhoto(tx, id, accountId)))
  const missing = photos.indexOf(undefined)
  if (missing >= 0) throw badInput(`/photos/${missing}`, 'no photo of yours')
  return photos.filter((photo) => photo !== undefined)
}

const findOwnPhoto = (tx: Query, id: string, accountId: string): Promise<Photo | undefined> =>
  tx
    .selectFrom('photo')
    .select(['id', 'hash'])
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
