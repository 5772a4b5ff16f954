import { openStockedShop, type StockedWish } from './stocked-shop'

/** How many products a long shop has. */
export const MANY = 500

/**
 * A shop with many goods without photos, and the names of some: two that stand near its top in any look, and the one
 * that stands last, as what is sold out comes at the end.
 */
export async function openLongShop(origin: string, wish: StockedWish = {}) {
  const shop = await openStockedShop(origin, { goods: MANY, ...wish })
  const last = shop.goods.filter(({ skus }) => skus.every(({ stock }) => stock === 0)).at(-1)
  const [, first, , next] = shop.goods
  if (!last || !first || !next) throw new Error('a long shop has more goods')
  return { ...shop, names: { first: first.name, next: next.name, last: last.name } }
}
