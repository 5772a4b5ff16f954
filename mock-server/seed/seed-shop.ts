import { readFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import type { Look } from '@/domain/look/look'
import type { Photo } from '@/domain/photo'
import { tradeDefaults } from '@/domain/shop/trade'
import type { DemoUser } from './demo-user'
import type { DemoGood } from './goods'
import type { DemoShop } from './shops'

/** Publishes a look with reordered sections and then the original one, which gives the history two more entries. */
async function seedLook(owner: DemoUser, shopId: string): Promise<void> {
  const { draft } = await owner.get<{ draft: Look }>(`/api/shops/${shopId}/look`)
  const [head, ...rest] = draft.sections
  const tried = { ...draft, sections: [head, ...rest.slice(-1), ...rest.slice(0, -1)] }
  for (const [version, look] of [tried, draft].entries()) {
    await owner.put(`/api/shops/${shopId}/look-draft`, { ...look, version })
    await owner.post(`/api/shops/${shopId}/look/publish`, { id: owner.newId(), draftVersion: version + 1 })
  }
}

export interface SeededShop {
  shopId: string
  slug: string
  owner: DemoUser
  skus: { id: string; price: number }[][]
  freight: DemoShop['freight']
  deliverySlots: DemoShop['deliverySlots']
}

const ART = path.resolve('mock-server/art')

/** Uploads a drawing as a photo, through the API. */
async function photoOf(owner: DemoUser, art: string): Promise<Photo> {
  const svg = await readFile(path.join(ART, `${art}.svg`))
  return owner.sendPhoto(
    new Uint8Array(await sharp(svg, { density: 110 }).resize(1000, 1000).png().toBuffer()),
  )
}

function productOf(owner: DemoUser, good: DemoGood, photoId: string) {
  const { name, unit, category, note } = good
  return {
    id: owner.newId(),
    name,
    unit,
    category,
    note,
    photos: [photoId],
    skus: good.skus.map((sku) => ({ id: owner.newId(), ...sku })),
    onSale: true,
  }
}

const MAX_OPENING_PRODUCTS = 20

/** Opens one demo shop through the API and completes it: products with photos, settings and look. */
export async function seedShop(owner: DemoUser, shop: DemoShop, phone: string): Promise<SeededShop> {
  const shopId = owner.newId()
  const products = []
  const photoIdsByArt = new Map<string, string>()
  for (const good of shop.goods) {
    const photoId = photoIdsByArt.get(good.art) ?? (await photoOf(owner, good.art)).id
    photoIdsByArt.set(good.art, photoId)
    products.push(await productOf(owner, good, photoId))
  }
  const { trade, template, name, place, pickupPlace, fulfilments, freight, deliverySlots } = shop
  const payments = tradeDefaults(trade).payments
  const opening = {
    trade,
    template,
    name,
    place,
    phone,
    pickupPlace,
    fulfilments,
    payments,
    freight,
    products: products.slice(0, MAX_OPENING_PRODUCTS),
  }
  await owner.put(`/api/shops/${shopId}`, opening)
  for (const { id, ...product } of products.slice(MAX_OPENING_PRODUCTS))
    await owner.put(`/api/shops/${shopId}/products/${id}`, { version: 0, ...product })
  const { shop: opened } = await owner.get<{ shop: { version: number; slug: string } }>(
    `/api/shops/${shopId}`,
  )
  const settings = {
    ...{ name, place, phone, pickupPlace, fulfilments, payments, freight, notice: shop.notice },
    ...(deliverySlots ? { deliverySlots } : {}),
    ...(shop.logo ? { logo: await photoOf(owner, shop.logo) } : {}),
    ...(shop.banner ? { banner: await photoOf(owner, shop.banner) } : {}),
  }
  await owner.put(`/api/shops/${shopId}/settings`, { version: opened.version, ...settings })
  await seedLook(owner, shopId)
  return {
    shopId,
    slug: opened.slug,
    owner,
    freight,
    deliverySlots,
    skus: products.map(({ skus }) => skus.map(({ id, price }) => ({ id, price }))),
  }
}
