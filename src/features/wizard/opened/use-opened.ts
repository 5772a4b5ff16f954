import { useState } from 'react'
import { useCall } from '@/api/use-call'
import type { ReadState } from '@/api/use-read'
import type { RouteReply } from '@/contract/routes'
import type { Id } from '@/domain/id'
import { photoPath } from '@/domain/photo'
import { assetUrl } from '@/platform/network/asset-url'
import { type OpenedShop, openedShops } from '../opened-shop'
import { useLocalPhoto } from '../product/use-local-photo'
import { factsOfOpened, factsOfShop, type ShopFacts } from './shop-facts'

interface Opened {
  /** What this phone kept of opening it; `null` on another phone or later. */
  record: OpenedShop | null
  facts: ShopFacts | undefined
  picture: string | undefined
  shop: ReadState<RouteReply<'GET /api/shops/:shopId'>>
}

/** The opened shop: at once from what was sent, and its name and version from the server. */
export function useOpened(shopId: Id): Opened {
  const [record] = useState(() => openedShops.get(shopId))
  // what was sent is what is open, unless an earlier request had opened it
  const sent = record?.earlier ? null : record
  const shop = useCall('GET /api/shops/:shopId', { params: { shopId } })
  const products = useCall(
    'GET /api/shops/:shopId/products',
    sent ? null : { params: { shopId }, query: { limit: 1 } },
    'signed-in',
  )
  const product = products.data?.items[0]
  const local = useLocalPhoto(sent?.request.products[0]?.photos[0] ?? null)
  const photo = product?.photos[0]
  const known = sent ? factsOfOpened(sent) : shop.data && factsOfShop(shop.data, product)
  const name = shop.data?.shop.name
  return {
    record,
    facts: known && name ? { ...known, name } : known,
    picture: local ?? (photo ? assetUrl(photoPath(photo.hash, 750)) : undefined),
    shop,
  }
}
