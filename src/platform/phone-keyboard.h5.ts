/** What brings up keys for a phone number. A browser's number field loses the hyphen of a landline and what was pasted with spaces. */
export const phoneKeyboard: Record<string, unknown> = { type: 'tel' }
