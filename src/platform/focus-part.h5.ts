/** Leads the focus to the part with this id. */
export const focusPart = (id: string): void => document.getElementById(id)?.focus()
