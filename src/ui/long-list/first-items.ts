import { createContext } from 'react'
import { FIRST_ITEMS } from '@/platform/near-screen'

/** So many items of a long list are there from the first render; a page that is printed whole, once, has them all. */
export const FirstItems = createContext(FIRST_ITEMS)
