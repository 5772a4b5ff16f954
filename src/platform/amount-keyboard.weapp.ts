/** Keys for an amount. */
export const amountKeyboard: Record<string, unknown> = { type: 'digit' }
