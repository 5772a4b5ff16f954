import { calculateTotals, type Totals } from '@/domain/cart'

import { freightRuleOf, type ShopFreight } from '@/domain/freight'
import type { OrderLine } from '@/domain/order'
import type { Photo } from '@/domain/photo'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import { prepareQuery } from '../../db/prepare-query'
import { type BuyerLimits, checkNewBuyerShare } from './buyer-limits'
import { quantitiesBySku } from './quantities-by-sku'
import type { OrderRequest } from './validate-order'

const offersOf = prepareQuery((db, given: { shopId: string; skuIds: string[] }) =>
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

/** A sku on sale with the fields that an order stores. */
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

export interface PricedOrder extends Totals {
  lines: OrderLine[]
}

/** Prices the order from the current rows. Rejects as `priceOffers` does. */
export async function priceLines(
  tx: Query,
  shopId: string,
  freight: ShopFreight,
  request: OrderRequest,
  limited?: BuyerLimits,
): Promise<PricedOrder> {
  const skuIds = quantitiesBySku(request.lines).map(([id]) => id)
  return priceOffers(await offersOf(tx, { shopId, skuIds }), freight, request, limited)
}

/**
 * Prices the order from the offers.
 * @throws ApiError `product-gone`, `price-changed` when the buyer saw another total, `out-of-stock`, or `ask-the-shop` when
 * a limited buyer orders too much.
 */
export function priceOffers(
  offered: readonly Offer[],
  freight: ShopFreight,
  { lines, fulfilment, seenTotal }: OrderRequest,
  limited?: BuyerLimits,
): PricedOrder {
  const taken = quantitiesBySku(lines)
  const offers = new Map(offered.map((offer) => [offer.skuId, offer]))
  const unavailable = taken.map(([id]) => id).filter((id) => !offers.has(id))
  if (unavailable.length > 0) throw new ApiError('product-gone', { current: { skuIds: unavailable } })
  const priced = lines.flatMap((line) => {
    const offer = offers.get(line.skuId)
    return offer ? [toLine(offer, line)] : []
  })
  const sum = calculateTotals(priced, freight, fulfilment.kind)
  const facts = [...offers.values()].map(({ skuId, price, stock }) => ({ skuId, price, stock }))
  if (sum.total !== seenTotal)
    throw new ApiError('price-changed', {
      current: {
        total: sum.total,
        freight: sum.freight,
        rule: freightRuleOf(freight, fulfilment.kind),
        lines: facts,
      },
    })
  const short = taken.filter(([id, quantity]) => (offers.get(id)?.stock ?? 0) < quantity)
  if (short.length > 0)
    throw new ApiError('out-of-stock', {
      current: { lines: short.map(([skuId]) => ({ skuId, stock: offers.get(skuId)?.stock ?? 0 })) },
    })
  if (limited) checkNewBuyerShare(lines, offers, limited)
  return { ...sum, lines: priced }
}
