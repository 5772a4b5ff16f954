import { isPaidInPerson, type PaymentMethod } from '@/domain/payment/payment'
import { grantedMethods } from '@/domain/payment/payment-rights'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import { readGrants, type StoredGrants, toPaymentGrants } from '../grants/grants'
import { mustFindShop } from '../shops/store'

const grantedTo = (grants: StoredGrants): PaymentMethod[] =>
  grants.subject === 'none' ? [] : grantedMethods(toPaymentGrants(grants))

/**
 * Records what payment services have granted the seller of a shop. The shop offers a method from then on that is new, and no longer one that
 * was taken back; what the seller has turned off stays off. Orders that wait for a payment are not changed. Returns the online methods that
 * the shop offers.
 */
export async function saveGrants(
  tx: Query,
  { shopId, grants }: { shopId: string; grants: StoredGrants },
): Promise<PaymentMethod[]> {
  const shop = await mustFindShop(tx, shopId)
  const [before, offered] = [grantedTo(readGrants(shop)), readJson<PaymentMethod[]>(shop.payments)]
  const online = grantedTo(grants).filter((method) => offered.includes(method) || !before.includes(method))
  const inPerson = offered.filter(isPaidInPerson)
  await tx
    .updateTable('shop')
    .set((eb) => ({
      payment_grants: JSON.stringify(grants),
      payments: JSON.stringify([...online, ...inPerson]),
      version: shop.version + 1,
      changes: eb('changes', '+', 1),
    }))
    .where('shop_id', '=', shopId)
    .execute()
  return online
}
