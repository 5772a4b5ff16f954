/** What brings up keys for a phone number. */
export const phoneKeyboard: Record<string, unknown> = { type: 'number' }
