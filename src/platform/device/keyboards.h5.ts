/** Keys for an amount. A browser's number field drops a comma without a word: "35,5" would become "355". */
export const amountKeyboard: Record<string, unknown> = { inputMode: 'decimal' }

/** What brings up keys for a phone number. A browser's number field loses the hyphen of a landline and what was pasted with spaces. */
export const phoneKeyboard: Record<string, unknown> = { type: 'tel' }
