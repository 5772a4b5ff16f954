import type { LoadCartPanels } from './panel-types'

/** On H5 these parts of the cart are a chunk of their own. */
export const loadCartPanels: LoadCartPanels = async () =>
  (await import(/* webpackChunkName: "cart-panels" */ './cart-panels')).cartPanels
