/** Input props for an amount. A number field would silently drop a comma: "35,5" would become "355". */
export const amountKeyboard: Record<string, unknown> = { inputMode: 'decimal' }

/** Input props for a phone number. A number field would reject a landline's hyphen and pasted spaces. */
export const phoneKeyboard: Record<string, unknown> = { type: 'tel' }
