/** Input props for an amount. */
export const amountKeyboard: Record<string, unknown> = { type: 'digit' }

/** Input props for a phone number. */
export const phoneKeyboard: Record<string, unknown> = { type: 'number' }
