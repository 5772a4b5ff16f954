import { type Claim, isRestocked } from '@/domain/order/claim'
import { quantitiesBySku } from '@/domain/product/cart'
import type { Query } from '../../db/database'
import { type OrderRow, type StoredEvent, toOrder } from '../orders/order-row'
import { returnStock, takeStock } from '../products/move-stock'
import { type ClaimRow, claimsOf, toClaim } from './store'

const quantitiesOf = (row: OrderRow, { goods }: Pick<Claim, 'goods'>) => {
  const { lines } = toOrder(row)
  return quantitiesBySku(
    goods.flatMap(({ line, quantity }) => {
      const ordered = lines[line]
      return ordered ? [{ skuId: ordered.skuId, quantity }] : []
    }),
  )
}

/**
 * Moves the stock when the owner has the goods back, or sends them again. True when goods came back into the stock: spoiled ones do not,
 * and silence says nothing about goods.
 */
export async function moveClaimedGoods(
  tx: Query,
  row: OrderRow,
  { action, by }: Pick<StoredEvent, 'action' | 'by'>,
): Promise<boolean> {
  if (by !== 'owner' || (action !== 'receive' && action !== 'resend')) return false
  const last = (await claimsOf(tx, row)).at(-1)
  if (!last) return false
  const claim = toClaim(last)
  const isBack = action === 'receive' && isRestocked(claim)
  const [ordered, back] = [new Map(quantitiesBySku(toOrder(row).lines)), await restockedQuantities(tx, row)]
  for (const [skuId, delta] of quantitiesOf(row, claim)) {
    // goods of an earlier claim have come back already
    const missing = (ordered.get(skuId) ?? 0) - (back.get(skuId) ?? 0)
    const returned = Math.min(delta, missing)
    if (isBack && returned > 0) await returnStock(tx, { shopId: row.shop_id, skuId, delta: returned })
    if (action === 'resend') await takeStock(tx, { shopId: row.shop_id, skuId, delta })
  }
  return isBack
}

/** The quantities that the claims of an order have returned to the stock, by sku. */
export async function restockedQuantities(tx: Query, row: OrderRow): Promise<ReadonlyMap<string, number>> {
  const back = (await claimsOf(tx, row)).filter(({ restocked }: ClaimRow) => restocked === 1)
  return new Map(quantitiesBySku(back.flatMap((one) => quantitiesOf(row, toClaim(one)).map(toQuantity))))
}

const toQuantity = ([skuId, quantity]: [string, number]) => ({ skuId, quantity })
