import { formatPrice, parseYuan } from '@/domain/money'
import { type ClaimReason, type ClaimRequest, type ClaimWish, claimedValue } from '@/domain/order/claim'
import type { Order } from '@/domain/order/order'
import type { DraftPhoto } from '@/domain/photo'

/** A claim as it is filled in. `yuan` is typed; until then the value of the chosen goods is proposed. */
export interface ClaimDraft {
  goods: ClaimRequest['goods']
  reason?: ClaimReason
  wish?: ClaimWish
  yuan?: string
  text: string
  photos: DraftPhoto[]
}

/** The draft of an order's first claim; one piece of a single line is chosen already. */
export const emptyClaim = ({ lines }: Pick<Order, 'lines'>): ClaimDraft => ({
  goods: lines.length === 1 ? [{ line: 0, quantity: 1 }] : [],
  text: '',
  photos: [],
})

/** True when a claim can mean a part of the order's goods: one of several lines, or some of a quantity. */
export const hasChoiceOfGoods = ({ lines }: Pick<Order, 'lines'>): boolean =>
  lines.length > 1 || lines.some(({ quantity }) => quantity > 1)

/** The amount that is proposed for the chosen goods, in fen: all that is left when all goods are chosen, which includes the freight. */
export function proposedAmount(
  order: Pick<Order, 'lines'>,
  goods: ClaimDraft['goods'],
  refundable: number,
): number {
  const isAll = order.lines.every((line, i) =>
    goods.some((one) => one.line === i && one.quantity === line.quantity),
  )
  return isAll ? refundable : Math.min(claimedValue(order, goods), refundable)
}

/** The amount field's text. */
export const amountText = (draft: ClaimDraft, order: Pick<Order, 'lines'>, refundable: number): string =>
  draft.yuan ?? formatPrice(proposedAmount(order, draft.goods, refundable))

export type ClaimField = 'goods' | 'reason' | 'wish' | 'amount'

/** The missing or invalid parts of a draft, in the order of the fields. */
export function invalidClaimFields(
  draft: ClaimDraft,
  order: Pick<Order, 'lines'>,
  refundable: number,
): ClaimField[] {
  const amount = parseYuan(amountText(draft, order, refundable))
  const isAmount = amount !== null && amount > 0 && amount <= refundable
  return [
    ...(draft.goods.length === 0 ? (['goods'] as const) : []),
    ...(draft.reason === undefined ? (['reason'] as const) : []),
    ...(draft.wish === undefined ? (['wish'] as const) : []),
    ...(draft.wish !== undefined && draft.wish !== 'resend' && !isAmount ? (['amount'] as const) : []),
  ]
}

/** The request of a draft without invalid fields, whose photos are uploaded. */
export function toClaimRequest(
  draft: ClaimDraft,
  order: Pick<Order, 'lines'>,
  refundable: number,
): ClaimRequest {
  const { reason = 'other', wish = 'refund', goods, photos } = draft
  const text = draft.text.trim()
  return {
    ...{ reason, wish, goods },
    amount: wish === 'resend' ? 0 : (parseYuan(amountText(draft, order, refundable)) ?? 0),
    photos: photos.map(({ id }) => id),
    ...(text ? { text } : {}),
  }
}
