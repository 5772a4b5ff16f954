import sharp from 'sharp'
import { ApiClient, newId } from './api-client'
import { uploadPhoto } from './upload-photo'

export interface StockedShopOptions {
  template?: string
  goods?: number
  /** Number of products, from the first, that have a photo. */
  photos?: number
  /** Further fields of the request that opens the shop. */
  more?: Record<string, unknown>
}

const KINDS = ['干货', '水果', '茶叶'] as const
/** Maximum number of products in the opening request; the others are added one by one. */
const AT_ONCE = 20

/** Creates a noisy JPEG about as large as a product photo. */
const photograph = (seed: number) =>
  sharp({
    create: {
      width: 1200,
      height: 900,
      channels: 3,
      background: { r: 90 + ((seed * 37) % 120), g: 110, b: 60 },
      noise: { type: 'gaussian', mean: 110, sigma: 12 },
    },
  })
    .blur(1.2)
    .jpeg({ quality: 80 })
    .toBuffer()

async function goodsOf(owner: ApiClient, count: number, photos: number) {
  const goods = []
  for (let at = 0; at < count; at++)
    goods.push({
      id: newId(),
      name: at % 4 === 2 ? `陇南成县大山里的好货第 ${at + 1} 号` : `好货 ${at + 1}`,
      unit: '斤',
      category: KINDS[at % KINDS.length],
      photos: at < photos ? [await uploadPhoto(owner, await photograph(at))] : [],
      skus: [{ id: newId(), price: 1200 + at * 35, stock: at % 6 === 4 ? 0 : 9 }],
      onSale: true,
    })
  return goods
}

/** Opens a shop with many products of three categories, some sold out and some with photos. */
export async function openStockedShop(origin: string, wish: StockedShopOptions = {}) {
  const { template = 'woodgrain', goods: count = 14, photos = 0, more = {} } = wish
  const owner = await ApiClient.signIn(origin)
  const goods = await goodsOf(owner, count, photos)
  const shopId = newId()
  const opened = await owner.send<{ slug: string }>('PUT', `/api/shops/${shopId}`, {
    trade: 'nuts',
    name: '成县山货铺',
    place: '陇南市成县',
    phone: '13800000000',
    template,
    products: goods.slice(0, AT_ONCE),
    ...more,
  })
  if (opened.status !== 200) throw new Error(`no shop: ${JSON.stringify(opened.body)}`)
  for (const { id, ...product } of goods.slice(AT_ONCE)) {
    const put = await owner.send('PUT', `/api/shops/${shopId}/products/${id}`, { version: 0, ...product })
    if (put.status !== 200) throw new Error(`no product: ${JSON.stringify(put.body)}`)
  }
  return { owner, shopId, goods, slug: opened.body.slug }
}
