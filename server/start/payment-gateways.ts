import { unseal } from '../credentials/seal'
import { listCredentials } from '../credentials/store'
import type { Query } from '../db/database'
import { NO_GATEWAYS, type PaymentGateways } from '../gateways/payment-gateways'
import type { ClientDependencies } from '../gateways/wechat-pay/client'
import { checkWechatPayCredentials, connectWechatPay } from '../gateways/wechat-pay/credentials'
import { type Settings, SetupError } from '../settings'

/**
 * Opens the payment services whose credentials are stored. @throws SetupError when they cannot be unsealed, or services would not reach
 * this server with their notices.
 */
export async function openPaymentGateways(
  db: Query,
  { credentialsKeys, publicUrl }: Pick<Settings, 'credentialsKeys' | 'publicUrl'>,
  deps: ClientDependencies,
): Promise<PaymentGateways> {
  const stored = await listCredentials(db)
  if (stored.length === 0) return NO_GATEWAYS
  if (!credentialsKeys)
    throw new SetupError(
      'The database holds credentials of payment services: set CREDENTIALS_KEY, which opens them.',
    )
  if (publicUrl === undefined) throw new SetupError('Payment services send notices to PUBLIC_URL: set it.')
  const gateways: PaymentGateways = { noticeOrigin: publicUrl, wechat: {} }
  for (const { name, sealed } of stored) {
    const credentials = checkWechatPayCredentials(openCredential(credentialsKeys, name, sealed))
    gateways.wechat[credentials.role] = {
      appid: credentials.appid,
      gateway: connectWechatPay(credentials, deps),
    }
  }
  return gateways
}

function openCredential(
  keys: NonNullable<Settings['credentialsKeys']>,
  name: string,
  sealed: string,
): unknown {
  try {
    return JSON.parse(unseal(keys, name, sealed))
  } catch {
    throw new SetupError(
      `CREDENTIALS_KEY does not open the credentials of ${name}. Set the key that sealed them, as CREDENTIALS_KEY_PREVIOUS if there is a new one.`,
    )
  }
}
