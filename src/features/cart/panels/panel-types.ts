import type { ComponentType } from 'react'
import type { Shop } from '@/domain/shop/shop'
import type { CheckedCart } from '../use-checked-cart'

export interface CartSheetProps {
  shop: Shop
  cart: CheckedCart
  onOrder(): void
  onClose(): void
}

export interface BasketProps {
  shop: Shop
  cart: CheckedCart
  onOpen(): void
  onOrder(): void
}

/** The parts of the cart that a shop's page does not need at first; a mini-program has no basket. */
export interface CartPanels {
  CartSheet: ComponentType<CartSheetProps>
  Basket?: ComponentType<BasketProps>
}

export type LoadCartPanels = () => Promise<CartPanels>
