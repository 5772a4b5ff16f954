import { type Totals, totals } from '@/domain/cart'

import { ruleOf, type ShopFreight } from '@/domain/freight'
import type { OrderLine } from '@/domain/order'
import type { Photo } from '@/domain/photo'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import { prepared } from '../../db/prepared'
import type { OrderRequest } from './order-faults'
import { takenBySku } from './taken-by-sku'
import { type BuyerLimits, refuseLargeShare } from './waiting'

const offersOf = prepared((db, given: { shopId: string; skuIds: string[] }) =>
  db
    .selectFrom('sku')
    .innerJoin('product', (join) =>
      join.onRef('product.shop_id', '=', 'sku.shop_id').onRef('product.id', '=', 'sku.product_id'),
    )
    .where('sku.shop_id', '=', given.shopId)
    .where('sku.id', 'in', given.skuIds)
    .where('product.on_sale', '=', 1)
    .select([
      'sku.id as skuId',
      'product.id as productId',
      'name',
      'label',
      'unit',
      'price',
      'stock',
      'photos',
    ]),
)

/** A sku on sale, with what an order keeps of it. */
export type Offer = Awaited<ReturnType<typeof offersOf>>[number]

function toLine(offer: Offer, { quantity, date }: OrderRequest['lines'][number]): OrderLine {
  const photo = readJson<Photo[]>(offer.photos)[0]
  return {
    skuId: offer.skuId,
    productId: offer.productId,
    name: offer.name,
    unit: offer.unit,
    price: offer.price,
    quantity,
    ...(offer.label === null ? {} : { label: offer.label }),
    ...(date === undefined ? {} : { date }),
    ...(photo ? { photo } : {}),
  }
}

export interface Priced extends Totals {
  lines: OrderLine[]
}

/** The order at today's prices, as the database has them now. Refuses as `priceOffers` does. */
export async function priceLines(
  tx: Query,
  shopId: string,
  freight: ShopFreight,
  request: OrderRequest,
  limited?: BuyerLimits,
): Promise<Priced> {
  const skuIds = takenBySku(request.lines).map(([id]) => id)
  return priceOffers(await offersOf(tx, { shopId, skuIds }), freight, request, limited)
}

/**
 * The order at the offers' prices. Refuses with the facts: `product-gone`, `price-changed` when the buyer saw another
 * total, `out-of-stock`; `ask-the-shop` where a limited buyer wants too much.
 */
export function priceOffers(
  offered: readonly Offer[],
  freight: ShopFreight,
  { lines, fulfilment, seenTotal }: OrderRequest,
  limited?: BuyerLimits,
): Priced {
  const taken = takenBySku(lines)
  const offers = new Map(offered.map((offer) => [offer.skuId, offer]))
  const gone = taken.map(([id]) => id).filter((id) => !offers.has(id))
  if (gone.length > 0) throw new ApiError('product-gone', { current: { skuIds: gone } })
  const priced = lines.flatMap((line) => {
    const offer = offers.get(line.skuId)
    return offer ? [toLine(offer, line)] : []
  })
  const sum = totals(priced, freight, fulfilment.kind)
  const facts = [...offers.values()].map(({ skuId, price, stock }) => ({ skuId, price, stock }))
  if (sum.total !== seenTotal)
    throw new ApiError('price-changed', {
      current: {
        total: sum.total,
        freight: sum.freight,
        rule: ruleOf(freight, fulfilment.kind),
        lines: facts,
      },
    })
  const short = taken.filter(([id, quantity]) => (offers.get(id)?.stock ?? 0) < quantity)
  if (short.length > 0)
    throw new ApiError('out-of-stock', {
      current: { lines: short.map(([skuId]) => ({ skuId, stock: offers.get(skuId)?.stock ?? 0 })) },
    })
  if (limited) refuseLargeShare(lines, offers, limited)
  return { ...sum, lines: priced }
}
