import { Fragment } from 'react'

/** On H5 the browser's history closes a page's sheets (`sheet-history`). */
export const PageSheets = Fragment
