import { unseal } from '../credentials/seal'
import { listCredentials, MINI_PROGRAM_PREFIX } from '../credentials/store'
import type { Query } from '../db/database'
import type { AppDependencies } from '../dependencies'
import { checkAlipayCredentials, connectAlipay, isAlipay } from '../gateways/alipay/credentials'
import { NO_GATEWAYS, type PaymentGateways } from '../gateways/payment-gateways'
import { checkWechatApp, createWechatGateway, type WechatApp } from '../gateways/wechat'
import { createCertificateReader } from '../gateways/wechat-pay/certificates'
import type { ClientDependencies } from '../gateways/wechat-pay/client'
import { checkWechatPayCredentials, wechatPaySettings } from '../gateways/wechat-pay/credentials'
import { createWechatPay } from '../gateways/wechat-pay/gateway'
import { createWechatOnboarding } from '../gateways/wechat-pay/onboarding'
import { createWechatPayouts } from '../gateways/wechat-pay/payouts'
import type { Settings } from '../settings'
import { SetupError } from '../setup-error'

type ServiceSettings = Pick<Settings, 'credentialsKeys' | 'publicUrl' | 'wechat'>

/**
 * Opens the services whose credentials are stored: payment services, and the mini-programs of shops beside the installation's own.
 * @throws SetupError when credentials cannot be unsealed, or services would not reach this server with their notices.
 */
export async function openOutsideServices(
  db: Query,
  settings: ServiceSettings,
  deps: ClientDependencies,
): Promise<Pick<AppDependencies, 'payments' | 'wechat'>> {
  const credentials = await openCredentials(db, settings)
  const apps: WechatApp[] = []
  const payments: unknown[] = []
  for (const { name, value } of credentials)
    if (name.startsWith(MINI_PROGRAM_PREFIX)) apps.push(checkWechatApp(value))
    else payments.push(value)
  return {
    payments: await openPayments(payments, settings, deps),
    wechat: openWechat(apps, settings, deps.clock),
  }
}

async function openPayments(
  stored: readonly unknown[],
  { publicUrl }: ServiceSettings,
  deps: ClientDependencies,
): Promise<PaymentGateways> {
  if (stored.length === 0) return NO_GATEWAYS
  if (publicUrl === undefined) throw new SetupError('Payment services send notices to PUBLIC_URL: set it.')
  const readers: (() => Promise<void>)[] = []
  const gateways: PaymentGateways = { noticeOrigin: publicUrl, wechat: {}, readCertificates: readers }
  for (const value of stored) {
    if (isAlipay(value)) {
      gateways.alipay = await connectAlipay(checkAlipayCredentials(value), deps)
      continue
    }
    const credentials = checkWechatPayCredentials(value)
    const settings = wechatPaySettings(credentials)
    const { role, merchant } = settings
    gateways.wechat[role] = { appid: merchant.appid, gateway: createWechatPay(settings, deps) }
    const reader = createCertificateReader(settings, deps)
    if (reader) readers.push(reader)
    if (role !== 'platform') continue
    gateways.onboarding = createWechatOnboarding(settings, deps)
    gateways.payouts = {
      ...{ service: createWechatPayouts(settings, deps), isAutomatic: credentials.payouts !== true },
    }
  }
  return gateways
}

function openWechat(
  apps: readonly WechatApp[],
  { wechat }: ServiceSettings,
  clock: () => number,
): AppDependencies['wechat'] {
  if (wechat)
    return createWechatGateway({ ...wechat, miniPrograms: [...wechat.miniPrograms, ...apps] }, clock)
  if (apps.length === 0) return undefined
  throw new SetupError(
    "The database holds mini-programs of shops: set WECHAT_APPID and WECHAT_SECRET of the installation's own.",
  )
}

async function openCredentials(
  db: Query,
  { credentialsKeys }: ServiceSettings,
): Promise<{ name: string; value: unknown }[]> {
  const stored = await listCredentials(db)
  if (stored.length === 0) return []
  if (!credentialsKeys)
    throw new SetupError(
      'The database holds credentials of outside services: set CREDENTIALS_KEY, which opens them.',
    )
  return stored.map(({ name, sealed }) => ({ name, value: openCredential(credentialsKeys, name, sealed) }))
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
