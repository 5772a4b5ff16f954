import { balancesOf, type LedgerAccount } from '@/domain/payment/ledger'
import type { TestEnvironment } from './test-environment'

/** The balances of a shop's accounts, or of one order, without those that are 0. */
export async function ledgerOf(
  env: TestEnvironment,
  shopId: string,
  orderId?: string,
): Promise<Partial<Record<LedgerAccount, number>>> {
  let select = env.deps.db.query
    .selectFrom('ledger')
    .select(['debit', 'credit', 'amount'])
    .where('shop_id', '=', shopId)
  if (orderId) select = select.where('order_id', '=', orderId)
  const balances = Object.entries(balancesOf(await select.execute()))
  return Object.fromEntries(balances.filter(([, balance]) => balance !== 0))
}
