import type { LoadBasket } from './basket-props'

/** A mini-program has no wide window. */
export const loadBasket: LoadBasket | undefined = undefined
