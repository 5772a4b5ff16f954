import Ajv from 'ajv'
import { isPaidInPerson, type PaymentMethod } from '@/domain/payment'
import { grantedMethods } from '@/domain/payment-rights'
import { readJson } from '../db/json'
import type { AppDependencies } from '../dependencies'
import { GrantsShape, type StoredGrants, toPaymentGrants } from '../modules/payments/grants'
import { SetupError } from '../setup-error'
import { readJsonFile } from './connect-payments'
import { requireShopBySlug } from './find-shop'
import { logOperatorAction } from './operator-log'

/** Reads what payment services have granted a seller. @throws SetupError that names the wrong field. */
export function readGrantsFile(file: string): StoredGrants {
  const value = readJsonFile(file)
  const validate = new Ajv({ strict: false }).compile(GrantsShape)
  if (validate(value)) return value as StoredGrants
  const [error] = validate.errors ?? []
  const field = error?.params.additionalProperty ?? error?.params.missingProperty
  throw new SetupError(`${file}: ${error?.instancePath}${field ? `/${field}` : ''}: ${error?.message}.`)
}

/**
 * Records what payment services have granted the seller of a shop, and lets the shop offer exactly these online methods beside those in
 * person. Orders that wait for a payment are not changed.
 * @throws SetupError when no shop has the slug.
 */
export function grantPayments(
  deps: Pick<AppDependencies, 'db' | 'clock' | 'random'>,
  { slug, grants }: { slug: string; grants: StoredGrants },
): Promise<{ name: string; online: PaymentMethod[] }> {
  return deps.db.withTx(async (tx) => {
    const { shop_id, name, payments, version } = await requireShopBySlug(tx, slug)
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
      .where('shop_id', '=', shop_id)
      .execute()
    await logOperatorAction(deps, tx, { action: 'grant-payments', shop_id, slug, reason: null })
    return { name, online }
  })
}
