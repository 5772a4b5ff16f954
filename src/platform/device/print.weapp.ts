/** Prints the page; `null` where nothing can be printed. */
export const printPage: (() => void) | null = null
