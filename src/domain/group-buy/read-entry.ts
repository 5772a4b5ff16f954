import type { Static } from '@sinclair/typebox'
import type { ReadEntryShape } from '@/contract/group-buy-shapes'

/** Why a line that was read from a chat may be wrong. */
export const chatDoubts = [
  ...(['no-goods', 'unknown-goods', 'which-goods', 'no-quantity', 'half-quantity'] as const),
  ...(['quantity-too-large', 'which-point', 'no-name', 'unread-words'] as const),
] as const
export type ChatDoubt = (typeof chatDoubts)[number]

/** The longest list that is read at once, in characters. */
export const MAX_CHAT_LENGTH = 20_000

/** A line of a pasted list as the server reads it. */
export type ReadEntry = Static<typeof ReadEntryShape>
