import { CartSheet } from '../cart-sheet'
import { Basket } from './basket'
import type { CartPanels } from './panel-types'

export const cartPanels: CartPanels = { CartSheet, Basket }
