import { type Look, outlineOf } from '@/domain/look/look'
import { upgradeLook } from '@/templates/upgrade-look'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import { mustFindShop, type ShopRow, toLook } from '../shops/store'

/** Parses a stored look and upgrades it to the current format. The version is that of the row. */
export const readLook = (row: { look: string; version: number }): Look => ({
  ...upgradeLook(readJson<Look>(row.look)),
  version: row.version,
})

export const draftRow = (tx: Query, shopId: string) =>
  tx.selectFrom('look_draft').selectAll().where('shop_id', '=', shopId).executeTakeFirst()

/** The draft of a look. Without a stored one it is the published look as version 0. */
export async function draftOf(tx: Query, shop: ShopRow): Promise<Look> {
  const row = await draftRow(tx, shop.shop_id)
  return row ? readLook(row) : { ...toLook(shop), version: 0 }
}

const published = (tx: Query, shopId: string) =>
  tx.selectFrom('look_published').where('shop_id', '=', shopId).orderBy('version', 'desc')

/** The published looks, newest first. A shop that never published again has only its first look. */
export async function historyOf(tx: Query, shop: ShopRow) {
  const rows = await published(tx, shop.shop_id).select(['version', 'published_at', 'look']).execute()
  if (rows.length > 0) return rows
  return [{ version: shop.look_version, published_at: shop.opened_at, look: shop.look }]
}

export const findPublishedByRequest = (tx: Query, shopId: string, requestId: string) =>
  published(tx, shopId).select('version').where('request_id', '=', requestId).executeTakeFirst()

export async function lookState(tx: Query, shopId: string) {
  const shop = await mustFindShop(tx, shopId)
  const history = await historyOf(tx, shop)
  return {
    draft: await draftOf(tx, shop),
    published: toLook(shop),
    history: history.map((row) => {
      const look = readLook(row)
      return { version: row.version, at: row.published_at, template: look.template, outline: outlineOf(look) }
    }),
  }
}
