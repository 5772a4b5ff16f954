import { CartSheet } from '../cart-sheet'
import type { LoadCartPanels } from './panel-types'

/** The mini-program has the cart's sheet beside the shop, and no wide window. */
export const loadCartPanels: LoadCartPanels = async () => ({ CartSheet })
