import { createContext } from 'react'
import { INITIAL_ITEMS } from '@/platform/lifecycle/partial-rendering'

/** Number of items in the first render of a long list; a page that is rendered once to HTML sets it to include all. */
export const InitialItemsContext = createContext(INITIAL_ITEMS)
