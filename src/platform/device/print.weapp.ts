/** Prints the page; `null` on platforms without printing. */
export const printPage: (() => void) | null = null
