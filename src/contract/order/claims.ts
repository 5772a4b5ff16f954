import { Type } from '@sinclair/typebox'
import { afterSaleStates } from '@/domain/order/after-sale'
import { claimReasons, claimWishes, MAX_CLAIM_PHOTOS, MAX_CLAIM_TEXT_LENGTH } from '@/domain/order/claim'
import { MAX_LINES, MAX_QUANTITY } from '@/domain/order/order'
import { PhotoShape } from '../product/photos'
import { CheckedWords, Exact, IdShape, MomentShape, OneOf, SumShape } from '../shapes'

/** Goods of an order: a line by its position, from 0. */
const ClaimedGoodsShape = Exact({
  line: Type.Integer({ minimum: 0, maximum: MAX_LINES - 1 }),
  quantity: Type.Integer({ minimum: 1, maximum: MAX_QUANTITY }),
})

const facts = {
  wish: OneOf(claimWishes),
  reason: OneOf(claimReasons),
  text: Type.Optional(CheckedWords('claim-text', 1, MAX_CLAIM_TEXT_LENGTH)),
  goods: Type.Array(ClaimedGoodsShape, { minItems: 1, maxItems: MAX_LINES }),
}

export const ClaimRequestShape = Exact({
  ...facts,
  /** In fen; 0 for goods that are to be sent again. */
  amount: SumShape,
  photos: Type.Array(IdShape, { maxItems: MAX_CLAIM_PHOTOS, uniqueItems: true }),
})

export const ClaimShape = Exact({
  id: IdShape,
  ...facts,
  amount: SumShape,
  photos: Type.Array(PhotoShape),
  /** The last state of the order after its sale that this claim has reached; `none` when it was withdrawn. */
  state: OneOf(afterSaleStates),
  /** The amount that the seller offers or has granted, in fen. */
  granted: Type.Optional(SumShape),
  at: MomentShape,
})
