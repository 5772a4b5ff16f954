export const MOBILE_PATTERN = '^1[3-9][0-9]{9}$'

/** The code that confirms a phone number: number of digits, validity in ms, and the largest number of wrong entries. */
export const PHONE_CODE_PATTERN = '^[0-9]{6}$'
export const PHONE_CODE_MS = 5 * 60_000
export const PHONE_CODE_TRIES = 5

export const CODES_PER_HOUR = 5

/** The pause between two codes to one phone, in ms. */
export const CODE_PAUSE_MS = 60_000

/** Text messages about orders that one account gets in 24 hours: one seller must not use up the budget of all. */
export const TEXTS_PER_DAY = 20

/** The share of a month's budget that text messages about orders may use; the rest is for codes. */
export const TEXTS_SHARE = 0.9

/** The shares of a month's budget that codes may use in a day and in the month. The rest stays for messages about orders. */
export const CODES_SHARE = { day: 0.1, month: 0.5 } as const

export const CODES_PER_ADDRESS_DAY = 20
