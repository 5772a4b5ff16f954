import { createContext } from 'react'
import { INITIAL_ITEMS } from '@/platform/lifecycle/viewport-observer'

/** So many items of a long list are there from the first render; a page that is printed whole, once, has them all. */
export const FirstItems = createContext(INITIAL_ITEMS)
