import type { Static } from '@sinclair/typebox'
import type { PersonalDataShape } from '@/contract/personal-data'
import type { ClosingShape, OpenOrderShape } from '@/contract/shop/closing'

/** An order that has to end before its shop is closed, or its buyer's data deleted. */
export type OpenOrder = Static<typeof OpenOrderShape>

/** The effects of closing a shop, and the orders that have to end before. */
export type Closing = Static<typeof ClosingShape>

export type PersonalData = Static<typeof PersonalDataShape>
