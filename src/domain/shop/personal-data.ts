import type { Receiver } from '../receiver/receiver'

const DAY_MS = 86_400_000

/** The time in which an owner can open a closed shop again, in ms. Claims of buyers are made and answered meanwhile. */
export const REOPEN_MS = 7 * DAY_MS

/** The time for which the slug of a closed shop is given to no other shop, in ms. */
export const SLUG_RETENTION_MS = 365 * DAY_MS

/** After this time since its end, an order whose buyer or shop is gone keeps only a part of its receiver, in ms. */
export const RECEIVER_RETENTION_MS = 90 * DAY_MS

/**
 * Maximum time after its closing that a shop waits for shipping reports, in ms. Some reports name the receiver's phone, which is
 * shortened then.
 */
export const MAX_HELD_MONEY_WAIT_MS = 90 * DAY_MS

/**
 * The time for which the receiver of any order is retained, in ms: three years after its end, and a day for leap years.
 * Source: E-commerce Law (电子商务法), article 31.
 */
export const RECORDS_RETENTION_MS = (3 * 365 + 1) * DAY_MS

/** The receiver of an order whose transaction records are no longer retained. */
export const NO_RECEIVER: Receiver = { name: '', phone: '' }
