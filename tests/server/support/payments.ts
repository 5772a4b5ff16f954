import { generateKeyPairSync, randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import type { WechatPayRole } from '@/domain/payment/payment-rights'
import type { SigningMerchant } from '../../../mock-server/wechat-pay/merchants'
import { WechatPaySimulator } from '../../../mock-server/wechat-pay/simulator'
import type { PaymentGateway } from '../../../server/gateways/payment-gateway'
import type { PaymentGateways } from '../../../server/gateways/payment-gateways'
import { createWechatPay } from '../../../server/gateways/wechat-pay/gateway'
import { createWechatOnboarding } from '../../../server/gateways/wechat-pay/onboarding'
import { createWechatPayouts } from '../../../server/gateways/wechat-pay/payouts'
import type { StoredGrants } from '../../../server/modules/grants/grants'
import { startCapture } from '../gateways/fields/capture'
import { checkExchanges } from '../gateways/wechat-pay/fields/check-exchange'
import { createTestEnvironment, type EnvironmentOptions, type TestEnvironment } from './test-environment'
import { SERVICE_APPID } from './wechat'

const unused = async () => {
  throw new Error('this test talks to no payment service')
}

const unusedGateway: PaymentGateway = {
  ...{
    prepare: unused,
    query: unused,
    close: unused,
    refund: unused,
    queryRefund: unused,
    statement: unused,
  },
  readNotice: () => {
    throw new Error('this test receives no notice')
  },
}

const wechatPayBy = (gateway: PaymentGateway): PaymentGateways => ({
  noticeOrigin: '',
  wechat: { platform: { appid: 'wxplatform0001', gateway } },
  // accepts all papers, and its audit never ends
  onboarding: {
    storePaper: async () => 'media_0000000000000000',
    submit: async () => undefined,
    query: async () => ({ state: 'auditing', reasons: [] }),
  },
  payouts: {
    isAutomatic: false,
    service: { readAvailable: async () => 0, payOut: async () => undefined, query: async () => undefined },
  },
})

/** WeChat Pay for tests that only need to know that the server has it. */
export const UNUSED_WECHAT_PAY = wechatPayBy(unusedGateway)

/** WeChat Pay that prepares every payment and knows of none, and whose refunds fail. */
export const REDIRECTING_WECHAT_PAY = wechatPayBy({
  ...unusedGateway,
  prepare: async () => ({ kind: 'redirect', url: 'https://example.com/till' }),
  query: async (payment) => ({ ...payment, state: 'open' }),
  queryRefund: async ({ number }) => ({ number, state: 'failed', serviceId: '50300000' }),
  redirectRefund: async ({ number }) => ({ number, state: 'processing' }),
})

export const SELLER = '1900000101'

/** Grants a shop WeChat Pay in one role, and lets it offer that. */
export async function grantWechatPay(
  { deps }: TestEnvironment,
  shopId: string,
  wechat: Partial<NonNullable<StoredGrants['wechat']>> = {},
): Promise<void> {
  const grants: StoredGrants = {
    subject: 'company',
    wechat: { role: 'platform', merchant: SELLER, h5: true, browser: true, ...wechat },
  }
  await deps.db.query
    .updateTable('shop')
    .set({
      payment_grants: JSON.stringify(grants),
      payments: JSON.stringify(['wechat', 'on-delivery', 'on-pickup']),
    })
    .where('shop_id', '=', shopId)
    .execute()
}

const MCHIDS: Record<WechatPayRole, string> = {
  direct: '1900000001',
  partner: '1900000002',
  platform: '1900000003',
}

const keyPair = generateKeyPairSync('rsa', { modulusLength: 2048 })

/** A merchant of one role, at WeChat Pay and at its gateway. */
function createMerchant(role: WechatPayRole) {
  const [serial, apiKey] = [randomBytes(20).toString('hex').toUpperCase(), randomBytes(16).toString('hex')]
  const [mchid, appid] = [MCHIDS[role], `wx${role}0001`]
  const signing: SigningMerchant = {
    ...{ role, mchid, serial, apiKey, publicKey: keyPair.publicKey, appids: [appid, SERVICE_APPID] },
    allowsH5: true,
    sellers: role === 'direct' ? {} : { [SELLER]: ['wxseller0001'] },
  }
  return { role, mchid, appid, serial, apiKey, signing }
}

export type PaymentEnvironment = Awaited<ReturnType<typeof createPaymentEnvironment>>

/**
 * Starts a server that listens, and WeChat Pay on the same clock: in one role, or in several. The first is that of the shop which tests
 * open.
 */
export async function createPaymentEnvironment(
  roles: WechatPayRole | readonly [WechatPayRole, ...WechatPayRole[]],
  options: EnvironmentOptions = {},
) {
  const all = typeof roles === 'string' ? ([roles] as const) : roles
  const merchants = all.map(createMerchant)
  let now = () => 0
  const simulator = await WechatPaySimulator.start(
    merchants.map(({ signing }) => signing),
    { clock: () => now() },
  )
  // no shipment is reported to this WeChat Pay
  simulator.accounts.isHeld = ({ product }) => product === 'jsapi'
  const capture = startCapture()
  const outside = { clock: () => now(), random: (bytes: number) => randomBytes(bytes) }
  const settingsOf = ({ role, apiKey, mchid, appid, serial }: (typeof merchants)[number]) => ({
    ...{ role, baseUrl: simulator.origin, apiKey, keys: simulator.signer.publicKeys() },
    merchant: { mchid, appid, serial, privateKey: keyPair.privateKey },
  })
  const wechat = Object.fromEntries(
    merchants.map((one) => [
      one.role,
      { appid: one.appid, gateway: createWechatPay(settingsOf(one), outside) },
    ]),
  )
  const platform = merchants.find(({ role }) => role === 'platform')
  const onboarding = platform && createWechatOnboarding(settingsOf(platform), outside)
  const payouts = platform && {
    ...{ service: createWechatPayouts(settingsOf(platform), outside), isAutomatic: false },
  }
  const payments = { noticeOrigin: '', wechat, onboarding, payouts }
  const env = await createTestEnvironment({ payments, ...options })
  now = env.deps.clock
  return {
    ...env,
    ...{ simulator, pass, close },
    /** The installation's merchant at the simulator, in the first role. */
    simulatedMerchant: (merchants[0] as (typeof merchants)[number]).signing,
    /** The merchant number of the shop in this role. */
    merchant: all[0] === 'direct' ? MCHIDS.direct : SELLER,
    /** The secrets that must not leave the server: the API key and the certificate serial number of each merchant. */
    credentials: merchants.flatMap(({ apiKey, serial }) => [apiKey, serial]),
  }

  /** Moves the clocks of the server and of WeChat Pay, and sends the notices that are due. */
  async function pass(ms: number) {
    env.advance(ms)
    await simulator.work()
  }

  /** @throws Error that names the fields of requests, replies and notices of WeChat Pay which are not as documented. */
  async function close() {
    await env.app.close()
    await simulator.close()
    capture.stop()
    checkExchanges(
      capture.exchanges,
      merchants.map(({ signing }) => signing),
    )
  }
}

/** Lets a server receive notices; call it once its payment gateways are known. */
export async function listen({ app, deps }: TestEnvironment): Promise<void> {
  await app.listen({ port: 0, host: '127.0.0.1' })
  deps.payments.noticeOrigin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
}
