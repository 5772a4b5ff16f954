import { isPaidInPerson, type PaymentMethod } from '@/domain/payment'
import { grantedMethods } from '@/domain/payment-rights'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import { mustFindShop } from '../shops/store'
import { type StoredGrants, toPaymentGrants } from './grants'

/**
 * Records what payment services have granted the seller of a shop, and lets the shop offer exactly these online methods beside those in
 * person. Orders that wait for a payment are not changed. Returns the online methods.
 */
export async function saveGrants(
  tx: Query,
  { shopId, grants }: { shopId: string; grants: StoredGrants },
): Promise<PaymentMethod[]> {
  const { payments, version } = await mustFindShop(tx, shopId)
  const online = grants.subject === 'none' ? [] : grantedMethods(toPaymentGrants(grants))
  const inPerson = readJson<PaymentMethod[]>(payments).filter(isPaidInPerson)
  await tx
    .updateTable('shop')
    .set((eb) => ({
      payment_grants: JSON.stringify(grants),
      payments: JSON.stringify([...online, ...inPerson]),
      version: version + 1,
      changes: eb('changes', '+', 1),
    }))
    .where('shop_id', '=', shopId)
    .execute()
  return online
}
