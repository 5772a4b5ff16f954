import { openStockedShop, type StockedShopOptions } from './stocked-shop'

/** Number of products of a long shop. */
export const LONG_SHOP_PRODUCTS = 500

/**
 * Opens a shop with 500 products without photos. Returns the names of two products near the top of any look
 * and of the last one, which is sold out.
 */
export async function openLongShop(origin: string, wish: StockedShopOptions = {}) {
  const shop = await openStockedShop(origin, { goods: LONG_SHOP_PRODUCTS, ...wish })
  const last = shop.goods.filter(({ skus }) => skus.every(({ stock }) => stock === 0)).at(-1)
  const [, first, , next] = shop.goods
  if (!last || !first || !next) throw new Error('a long shop has more goods')
  return { ...shop, names: { first: first.name, next: next.name, last: last.name } }
}
