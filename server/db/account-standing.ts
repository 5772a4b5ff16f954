/**
 * How far an account is known by its completed orders, in shops that it neither owns nor has opened: `bought` in one that was a day
 * old, `trusted` in two that were 30 days old.
 */
export const standings = { unknown: 0, bought: 1, trusted: 2 } as const

export type Standing = (typeof standings)[keyof typeof standings]
