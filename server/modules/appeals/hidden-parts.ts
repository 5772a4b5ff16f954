import { type ExpressionBuilder, sql } from 'kysely'
import type { RouteReply } from '@/contract/routes'
import { reasonOf, type TextPlace, textPlacesOf } from '@/domain/content'
import { lookPhotos } from '@/domain/look/look-photos'
import { lookVoices } from '@/domain/look/look-voices'
import { type ShopPhotoName, shopPhotoNames } from '@/domain/photo'
import type { Query } from '../../db/database'
import type { Tables } from '../../db/tables'
import { listTexts } from '../content/checked-texts'
import { textsOf } from '../content/route-texts'
import { fileId, textId } from '../content/store'
import { draftOf } from '../looks/store'
import { allProducts } from '../products/store'
import { findShop, toLook, toManagedShop } from '../shops/store'

type HiddenPart = RouteReply<'GET /api/shops/:shopId/hidden-parts'>['items'][number]

const SHOP_PLACES = textPlacesOf('shop')

type Rows = ExpressionBuilder<Tables, 'content'>

const isTextOf = ({ exists, selectFrom }: Rows, shopId: string) =>
  exists(
    selectFrom('content_use')
      .select('content_use.content_id')
      .whereRef('content_use.content_id', '=', 'content.id')
      .where('content_use.shop_id', '=', shopId)
      .where('content_use.place', 'in', SHOP_PLACES),
  )

const isPhotoOf = ({ exists, selectFrom }: Rows, shopId: string) =>
  exists(
    selectFrom('photo')
      .innerJoin('photo_use', 'photo_use.photo_id', 'photo.id')
      .select('photo.id')
      .where('photo.hash', '=', sql<string>`substr(content.id, 7)`)
      .where('photo_use.shop_id', '=', shopId)
      .where('photo_use.product_id', 'not like', 'claim:%'),
  )

const isVoiceOf = ({ exists, selectFrom }: Rows, shopId: string) =>
  exists(
    selectFrom('voice')
      .innerJoin('voice_use', 'voice_use.voice_id', 'voice.id')
      .select('voice.id')
      .where('voice.hash', '=', sql<string>`substr(content.id, 7)`)
      .where('voice_use.shop_id', '=', shopId),
  )

/** The hidden contents that a shop has used, of which some may be changed since, with its appeals. */
const readUsed = (db: Query, shopId: string) =>
  db
    .selectFrom('content')
    .leftJoin('content_appeal', (join) =>
      join.onRef('content_appeal.content_id', '=', 'content.id').on('content_appeal.shop_id', '=', shopId),
    )
    .select(['content.id', 'content.kind', 'content.label', 'content_appeal.appealed_at'])
    .where('content.verdict', '=', 'risky')
    .where((eb) =>
      eb.or([
        eb.and([eb('content.kind', '=', 'text'), isTextOf(eb, shopId)]),
        eb.and([eb('content.kind', '=', 'photo'), isPhotoOf(eb, shopId)]),
        eb.and([eb('content.kind', '=', 'voice'), isVoiceOf(eb, shopId)]),
      ]),
    )
    .orderBy('content.id')
    .execute()

/** Where a content stands in a shop. */
export interface PlacedPart {
  place?: TextPlace
  text?: string
  productId?: string
  shopPhoto?: ShopPhotoName
}

/** What a shop shows now, by the ids of contents: its settings with its logo and banner, its published look and its draft, and its products. */
export async function readParts(db: Query, shopId: string): Promise<Map<string, PlacedPart>> {
  const parts = new Map<string, PlacedPart>()
  const row = await findShop(db, shopId)
  if (!row) return parts
  const addTexts = (name: Parameters<typeof textsOf>[0], value: unknown, of: PlacedPart = {}) => {
    for (const { text, place } of listTexts(textsOf(name, 'reply'), value))
      parts.set(textId(text), { ...of, place, text })
  }
  for (const product of await allProducts(db, shopId, { onSale: false })) {
    const of = { productId: product.id }
    addTexts('GET /api/shops/:shopId/products/:productId', product, of)
    for (const { hash } of product.photos) parts.set(fileId('photo', hash), of)
  }
  const shop = toManagedShop(row)
  for (const look of [await draftOf(db, row), toLook(row)]) {
    addTexts('GET /api/shops/:shopId', { shop, look })
    for (const { hash } of lookPhotos(look)) parts.set(fileId('photo', hash), {})
    for (const { hash } of lookVoices(look)) parts.set(fileId('voice', hash), {})
  }
  for (const shopPhoto of shopPhotoNames) {
    const photo = shop[shopPhoto]
    if (photo) parts.set(fileId('photo', photo.hash), { shopPhoto })
  }
  return parts
}

/** The texts, photos and voices of a shop that others do not see. What was changed or removed since is left out. */
export async function readHiddenParts(db: Query, shopId: string): Promise<HiddenPart[]> {
  const used = await readUsed(db, shopId)
  if (used.length === 0) return []
  const parts = await readParts(db, shopId)
  return used.flatMap(({ id, kind, label, appealed_at }) => {
    const part = parts.get(id)
    if (!part) return []
    return [
      {
        ...{ id, kind, reason: reasonOf(label), ...part },
        ...(appealed_at === null ? {} : { appealedAt: appealed_at }),
      },
    ]
  })
}

/** The number of parts that others do not see, for the to-dos of the owner; empty without any. */
export async function countHiddenParts(db: Query, shopId: string): Promise<{ hiddenParts?: number }> {
  const { length } = await readHiddenParts(db, shopId)
  return length > 0 ? { hiddenParts: length } : {}
}
