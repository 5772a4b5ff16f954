/** Keys for an amount. */
export const amountKeyboard: Record<string, unknown> = { type: 'digit' }

/** What brings up keys for a phone number. */
export const phoneKeyboard: Record<string, unknown> = { type: 'number' }
