import { readFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { tradeDefaults } from '@/domain/trade'
import type { DemoGood } from './goods'
import type { Person } from './person'
import { plantLook } from './plant-look'
import type { DemoShop } from './shops'

export interface Planted {
  shopId: string
  owner: Person
  /** Sku ids and prices, by good and by sku. */
  skus: { id: string; price: number }[][]
  freight: DemoShop['freight']
}

const ART = path.resolve('mock-server/art')

/** Stands in for a photo: the good's drawing, sent through the same door as any photo. */
async function photoOf(owner: Person, good: DemoGood): Promise<string> {
  const svg = await readFile(path.join(ART, `${good.art}.svg`))
  return owner.sendPhoto(
    new Uint8Array(await sharp(svg, { density: 110 }).resize(1000, 1000).png().toBuffer()),
  )
}

async function productOf(owner: Person, good: DemoGood) {
  const { name, unit, category, note } = good
  return {
    id: owner.newId(),
    name,
    unit,
    category,
    note,
    photos: [await photoOf(owner, good)],
    skus: good.skus.map((sku) => ({ id: owner.newId(), ...sku })),
    onSale: true,
  }
}

/** Opens one shop of the demo world and finishes it: goods with pictures, notice, phone, freight, look. */
export async function plantShop(owner: Person, shop: DemoShop, phone: string): Promise<Planted> {
  const shopId = owner.newId()
  const products = []
  for (const good of shop.goods) products.push(await productOf(owner, good))
  const { trade, template, name, place, pickupPlace, fulfilments, freight } = shop
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
    products,
  }
  await owner.put(`/api/shops/${shopId}`, opening)
  const { shop: opened } = await owner.get<{ shop: { version: number } }>(`/api/shops/${shopId}`)
  const settings = { name, place, phone, pickupPlace, fulfilments, payments, freight, notice: shop.notice }
  await owner.put(`/api/shops/${shopId}/settings`, { version: opened.version, ...settings })
  await plantLook(owner, shopId)
  return {
    shopId,
    owner,
    freight,
    skus: products.map(({ skus }) => skus.map(({ id, price }) => ({ id, price }))),
  }
}
