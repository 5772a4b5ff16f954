import './print.scss'

/** Prints the page; `null` on platforms without printing. */
export const printPage: (() => void) | null = () => window.print()
