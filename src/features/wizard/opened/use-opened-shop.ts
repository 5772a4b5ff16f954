import { useState } from 'react'
import { useCall } from '@/api/use-call'
import type { ReadState } from '@/api/use-read'
import type { RouteReply } from '@/contract/routes'
import type { Id } from '@/domain/id'
import { photoPath } from '@/domain/photo'
import { assetUrl } from '@/platform/media/assets'
import { useLocalPhoto } from '@/platform/media/use-photos'
import { type OpenedShop, openedShops } from '../opened-shop'
import { factsFromReply, factsFromRequest, type ShopFacts } from './shop-facts'

export interface OpenedShopState {
  /** The record stored when this device opened the shop; `null` on other devices or once it was removed. */
  record: OpenedShop | null
  facts: ShopFacts | undefined
  picture: string | undefined
  shop: ReadState<RouteReply<'GET /api/shops/:shopId'>>
}

/** Returns the opened shop: immediately from the sent request, its name and version from the server. */
export function useOpenedShop(shopId: Id): OpenedShopState {
  const [record] = useState(() => openedShops.get(shopId))
  // the sent request describes the shop unless an earlier request opened it
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
  const known = sent ? factsFromRequest(sent) : shop.data && factsFromReply(shop.data, product)
  const name = shop.data?.shop.name
  return {
    record,
    facts: known && name ? { ...known, name } : known,
    picture: local ?? (photo ? assetUrl(photoPath(photo.hash, 750)) : undefined),
    shop,
  }
}
