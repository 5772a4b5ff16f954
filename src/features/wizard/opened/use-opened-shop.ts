import { useState } from 'react'
import { useCall } from '@/api/use-call'
import type { Id } from '@/domain/id'
import { photoPath } from '@/domain/photo'
import { assetUrl } from '@/platform/media/assets'
import { useLocalPhoto } from '@/platform/media/use-photos'
import { openedShops } from '../opened-shop'
import { factsFromReply, factsFromRequest } from './shop-facts'

export type OpenedShopState = ReturnType<typeof useOpenedShop>

/** Returns the opened shop: immediately from the sent request, its name and version from the server. */
export function useOpenedShop(shopId: Id) {
  /** Stored when this device opened the shop; `null` on other devices or once it was removed. */
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
