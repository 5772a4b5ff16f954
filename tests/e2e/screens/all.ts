import { takeCheckout } from './checkout'
import { takeDecorate } from './decorate'
import { takeFrontDoor } from './front-door'
import { takeMerchant } from './merchant'
import { takeOffline } from './offline'
import { takeOrders } from './orders'
import { takeStorefronts } from './storefront'
import { takeWizard } from './wizard'

/**
 * Every screen in every state, in parts that each begin in a demo world as it was seeded. What is photographed and what is
 * measured is this list: a screen that is new is added to one of its parts, once.
 */
export const parts = {
  door: takeFrontDoor,
  wizard: takeWizard,
  shop: takeStorefronts,
  checkout: takeCheckout,
  orders: takeOrders,
  merchant: takeMerchant,
  decorate: takeDecorate,
  offline: takeOffline,
} as const

export type Part = keyof typeof parts
