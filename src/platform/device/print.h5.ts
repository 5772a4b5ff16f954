import { isInAppBrowser } from './in-app-browser'
import './print.scss'

/** Prints the page; `null` where nothing can be printed. */
export const printPage: (() => void) | null = isInAppBrowser() ? null : () => window.print()
