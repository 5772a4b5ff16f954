import Ajv from 'ajv'
import type { PaymentMethod } from '@/domain/payment/payment'
import type { AppDependencies } from '../dependencies'
import { GrantsShape, type StoredGrants } from '../modules/grants/grants'
import { logOperatorAction } from '../modules/operator/operator-log'
import { saveGrants } from '../modules/payments/save-grants'
import { SetupError } from '../setup-error'
import { readJsonFile } from './connect-payments'
import { lockShopBySlug } from './find-shop'

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
 * Records what payment services have granted the seller of a shop, and names the online methods that it offers from now on.
 * @throws SetupError when no shop has the slug.
 */
export function grantPayments(
  deps: Pick<AppDependencies, 'db' | 'clock' | 'random' | 'secret'>,
  { slug, grants }: { slug: string; grants: StoredGrants },
): Promise<{ name: string; online: PaymentMethod[] }> {
  return deps.db.withTx(async (tx) => {
    const { shop_id, name } = await lockShopBySlug(tx, slug)
    const online = await saveGrants(tx, { shopId: shop_id, grants })
    // a seller from whom WeChat Pay is taken back may apply again
    if (!grants.wechat)
      await tx
        .deleteFrom('payment_application')
        .where('shop_id', '=', shop_id)
        .where('state', '=', 'accepted')
        .execute()
    await logOperatorAction(deps, tx, {
      ...{ operatorId: null, action: 'grant-payments', shop_id, slug, reason: null },
    })
    return { name, online }
  })
}
