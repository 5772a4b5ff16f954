import type { Static } from '@sinclair/typebox'
import type { CollectionShape } from '@/contract/order/orders'

/** The means of a payment in person: cash, or the seller's receive code shown face to face. */
export const collectionMeans = ['cash', 'code'] as const
export type CollectionMeans = (typeof collectionMeans)[number]

/** The money that a seller actually received in person. */
export type Collection = Static<typeof CollectionShape>

/** Maximum length of the reason why another amount than the total was received. */
export const MAX_COLLECTION_NOTE_LENGTH = 40

/** True when another amount than the total was received without a reason. */
export const lacksReason = ({ amount, note }: Collection, total: number): boolean =>
  amount !== total && note === undefined
