import { openStockedShop } from '../../support/stocked-shop'

export const SHOP_PHONE = '13800000000'
/** The first product, which has a photo. */
export const GOOD = '好货 1'
export const PRICE = '¥12/斤'
export const NEW_PRICE = '¥15/斤'

/** Opens a shop with a phone and photos; `raisePrice` changes its first product from 12 to 15 yuan. */
export async function openVillageShop(origin: string) {
  const { owner, shopId, slug, goods } = await openStockedShop(origin, { goods: 4, photos: 2 })
  const [first] = goods
  if (!first) throw new Error('a shop without goods')
  const address = `/api/shops/${shopId}/products/${first.id}`
  const { id: _, ...product } = first
  return {
    slug,
    owner,
    raisePrice: async () => {
      const skus = first.skus.map((sku) => ({ ...sku, price: 1500 }))
      const reply = await owner.send('PUT', address, { ...product, skus, version: 1 })
      if (reply.status !== 200) throw new Error(`no new price: ${JSON.stringify(reply.body)}`)
    },
  }
}
