import { Fragment } from 'react'

/** The browser's history closes a page's sheets (`sheet-history`). */
export const PageSheets = Fragment
