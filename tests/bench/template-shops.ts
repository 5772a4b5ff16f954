import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { allTemplates } from '@/templates/all-templates'
import { samples } from '../e2e/gallery/in-page/samples'
import { ApiClient, newId } from '../support/api-client'
import { uploadPhoto } from '../support/upload-photo'

/** A shop of each template, by the template's name. */
export interface TemplateShop {
  template: string
  slug: string
}

const SIDE = 1000

/** Uploads a drawing of demo goods as a photo, and returns the photo's id. */
async function uploadArt(owner: ApiClient, art: string): Promise<string> {
  const svg = await readFile(`mock-server/art/${art}.svg`)
  const photo = await sharp(svg, { density: 110 }).resize(SIDE, SIDE).jpeg({ quality: 85 }).toBuffer()
  return uploadPhoto(owner, photo)
}

/** Opens the gallery's shop of a template: each product has a photo of its own. */
async function openTemplateShop(origin: string, template: string): Promise<TemplateShop> {
  const sample = samples[template]
  if (!sample) throw new Error(`the gallery has no shop of the template ${template}`)
  const owner = await ApiClient.signIn(origin)
  const products = []
  for (const { name, unit, category, note, photos, skus } of sample.goods)
    products.push({
      ...{ id: newId(), name, unit, category, ...(note ? { note } : {}), onSale: true },
      photos: await Promise.all(photos.map(({ hash }) => uploadArt(owner, hash))),
      skus: skus.map(({ price, stock }) => ({ id: newId(), price, stock })),
    })
  const { status, body } = await owner.send<{ slug: string }>('PUT', `/api/shops/${newId()}`, {
    ...{ trade: sample.trade, name: sample.name, place: '陇南市成县', phone: '13800000000' },
    ...{ template, products, fulfilments: sample.fulfilments },
  })
  if (status !== 200) throw new Error(`no shop of ${template}: ${JSON.stringify(body)}`)
  return { template, slug: body.slug }
}

/** Opens a shop with photos of every template, in the order in which they are offered. */
export async function openTemplateShops(origin: string): Promise<TemplateShop[]> {
  const shops = []
  for (const { name } of allTemplates) shops.push(await openTemplateShop(origin, name))
  return shops
}
