/** Keys for an amount. A browser's number field drops a comma without a word: "35,5" would become "355". */
export const amountKeyboard: Record<string, unknown> = { inputMode: 'decimal' }
