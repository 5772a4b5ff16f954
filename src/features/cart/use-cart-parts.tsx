import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Product } from '@/domain/product/product'
import type { Shop } from '@/domain/shop/shop'
import { cartWords } from '@/locales/order/cart'
import { aria, pressable } from '@/platform/a11y/aria'
import { useWideShopWindow } from '@/platform/device/use-wide-window'
import { UpdateBoundary } from '@/platform/lifecycle/partial-rendering'
import { reportPageLoad } from '@/platform/navigation/page-load-status'
import { Button } from '@/ui/button/button'
import { Icon } from '@/ui/icon/icon'
import { Price } from '@/ui/price/price'
import { useCartPanels } from './panels/use-cart-panels'
import { type CheckedCart, useCheckedCart } from './use-checked-cart'
import './cart-bar.scss'

/**
 * Returns the cart's bar, which is the foot of a shop's page unless the cart is empty, its sheet while it is open, and the basket that replaces
 * the bar in a wide window.
 */
export function useCartParts(
  shop: Shop | undefined,
  products: readonly Product[] | undefined,
  onOrder: () => void,
) {
  const cart = useCheckedCart(shop?.id, products)
  const [open, setOpen] = useState(false)
  const isWide = useWideShopWindow()
  const { CartSheet, Basket } =
    useCartPanels(isWide || cart.lines.length > 0, open, () => {
      setOpen(false)
      reportPageLoad('missed')
    }) ?? {}
  if (!shop) return { bar: null, sheet: null, basket: null }
  const order = () => {
    setOpen(false)
    onOrder()
  }
  const actions = { onOpen: () => setOpen(true), onOrder: order }
  const bar = cart.lines.length > 0 && <CartBar cart={cart} {...actions} />
  return {
    bar,
    basket: Basket ? <Basket shop={shop} cart={cart} {...actions} /> : bar,
    sheet: open && CartSheet && (
      <CartSheet shop={shop} cart={cart} onOrder={order} onClose={() => setOpen(false)} />
    ),
  }
}

interface CartBarProps {
  cart: CheckedCart
  onOpen(): void
  onOrder(): void
}

/** The bar at the foot of a shop: count and price of the cart, which open it, and the order button. */
function CartBar({ cart, onOpen, onOrder }: CartBarProps) {
  const { count, goods } = cart
  return (
    <UpdateBoundary>
      <View className="cart-bar">
        <View className="cart-bar__sum" {...pressable(null, onOpen)}>
          <Text className="cart-bar__count">{cartWords.count(count)}</Text>
          <Price fen={goods} asWritten />
          <View {...aria({ role: 'img', label: cartWords.open })}>
            <Icon name="up" size={20} />
          </View>
        </View>
        <View className="cart-bar__order">
          {count > 0 && <Button onPress={onOrder}>{cartWords.order}</Button>}
        </View>
      </View>
    </UpdateBoundary>
  )
}
