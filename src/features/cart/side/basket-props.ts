import type { ComponentType } from 'react'
import type { Shop } from '@/domain/shop/shop'
import type { CheckedCart } from '../use-checked-cart'

export interface BasketProps {
  shop: Shop
  cart: CheckedCart
  onOpen(): void
  onOrder(): void
}

/** Loads the component of the basket. */
export type LoadBasket = () => Promise<ComponentType<BasketProps>>
