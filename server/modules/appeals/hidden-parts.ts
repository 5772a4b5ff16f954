import { sql } from 'kysely'
import type { RouteReply } from '@/contract/routes'
import { reasonOf, type TextPlace, textPlaces } from '@/domain/content'
import type { Query } from '../../db/database'
import { listTexts } from '../content/checked-texts'
import { textsOf } from '../content/route-texts'
import { draftOf } from '../looks/store'
import { allProducts } from '../products/store'
import { findShop, toLook, toManagedShop } from '../shops/store'

type HiddenPart = RouteReply<'GET /api/shops/:shopId/hidden-parts'>['items'][number]

const SHOP_PLACES = (Object.keys(textPlaces) as TextPlace[]).filter(
  (place) => textPlaces[place].writer === 'shop',
)

/** The risky texts that were written in a shop, of which some may have been changed since. */
const riskyTexts = (db: Query, shopId: string) =>
  db
    .selectFrom('content_use')
    .innerJoin('content', 'content.id', 'content_use.content_id')
    .select(['content.id', 'content.kind', 'content.text', 'content.label', 'content.appealed_at'])
    .where('content_use.shop_id', '=', shopId)
    .where('content_use.place', 'in', SHOP_PLACES)
    .where('content.verdict', '=', 'risky')
    .distinct()
    .orderBy('content.id')

/** The risky photos and voices that the products and looks of a shop show, photos with the product. */
async function riskyFiles(db: Query, shopId: string) {
  const photos = await db
    .selectFrom('photo_use')
    .innerJoin('photo', 'photo.id', 'photo_use.photo_id')
    .innerJoin('content', (join) => join.on('content.id', '=', sql<string>`'photo-' || photo.hash`))
    .select(['content.id', 'content.kind', 'content.label', 'content.appealed_at', 'photo_use.product_id'])
    .where('photo_use.shop_id', '=', shopId)
    .where('photo_use.product_id', 'not like', 'claim:%')
    .where('content.verdict', '=', 'risky')
    .orderBy('content.id')
    .execute()
  const voices = await db
    .selectFrom('voice_use')
    .innerJoin('voice', 'voice.id', 'voice_use.voice_id')
    .innerJoin('content', (join) => join.on('content.id', '=', sql<string>`'voice-' || voice.hash`))
    .select([
      'content.id',
      'content.kind',
      'content.label',
      'content.appealed_at',
      sql.lit('look').as('product_id'),
    ])
    .where('voice_use.shop_id', '=', shopId)
    .where('content.verdict', '=', 'risky')
    .orderBy('content.id')
    .execute()
  return [...photos, ...voices]
}

interface PlacedPart {
  place: TextPlace
  productId?: string
}

/** Where the texts of a shop stand now: in its settings, its published look and its draft, and its products. */
export async function placesByText(db: Query, shopId: string): Promise<Map<string, PlacedPart>> {
  const row = await findShop(db, shopId)
  if (!row) return new Map()
  const shop = { shop: toManagedShop(row), look: toLook(row) }
  const places = new Map<string, PlacedPart>()
  const add = (
    value: unknown,
    name: 'GET /api/shops/:shopId' | 'GET /api/shops/:shopId/products/:productId',
    productId?: string,
  ) => {
    for (const { text, place } of listTexts(textsOf(name, 'reply'), value))
      places.set(text, { place, ...(productId ? { productId } : {}) })
  }
  for (const product of await allProducts(db, shopId, { onSale: false }))
    add(product, 'GET /api/shops/:shopId/products/:productId', product.id)
  add({ ...shop, look: await draftOf(db, row) }, 'GET /api/shops/:shopId')
  add(shop, 'GET /api/shops/:shopId')
  return places
}

/** The texts, photos and voices of a shop that others do not see. Risky texts that were changed since are left out. */
export async function readHiddenParts(db: Query, shopId: string): Promise<HiddenPart[]> {
  const texts = await riskyTexts(db, shopId).execute()
  const places = texts.length > 0 ? await placesByText(db, shopId) : new Map<string, PlacedPart>()
  const toPart = ({ id, kind, label, appealed_at }: Omit<(typeof texts)[number], 'text'>) => ({
    ...{ id, kind, reason: reasonOf(label) },
    ...(appealed_at === null ? {} : { appealedAt: appealed_at }),
  })
  const files = new Map((await riskyFiles(db, shopId)).map((file) => [file.id, file]))
  return [
    ...texts.flatMap(({ text, ...row }) => {
      const placed = places.get(text ?? '')
      return placed && text !== null ? [{ ...toPart(row), ...placed, text }] : []
    }),
    ...[...files.values()].map(({ product_id, ...row }) => ({
      ...toPart(row),
      ...(product_id === 'look' ? {} : { productId: product_id }),
    })),
  ]
}

/** The number of parts that others do not see, for the to-dos of the owner; empty without any. */
export async function countHiddenParts(db: Query, shopId: string): Promise<{ hiddenParts?: number }> {
  const { length } = await readHiddenParts(db, shopId)
  return length > 0 ? { hiddenParts: length } : {}
}
