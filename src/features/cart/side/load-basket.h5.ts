import type { LoadBasket } from './basket-props'

/** On H5 the basket of wide windows is a chunk of its own. */
export const loadBasket: LoadBasket = async () =>
  (await import(/* webpackChunkName: "basket" */ './basket')).Basket
