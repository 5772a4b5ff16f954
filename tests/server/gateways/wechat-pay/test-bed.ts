import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WechatPayRole, wechatPayRoles } from '@/domain/payment/payment-rights'
import type { SigningMerchant } from '../../../../mock-server/wechat-pay/merchants'
import type { PlatformKeys } from '../../../../mock-server/wechat-pay/platform-signer'
import { WechatPaySimulator } from '../../../../mock-server/wechat-pay/simulator'
import type { PaymentRequest } from '../../../../server/gateways/payment-gateway'
import { createCertificateReader } from '../../../../server/gateways/wechat-pay/certificates'
import { createWechatPay } from '../../../../server/gateways/wechat-pay/gateway'
import { createWechatOnboarding } from '../../../../server/gateways/wechat-pay/onboarding'
import { createWechatPayouts } from '../../../../server/gateways/wechat-pay/payouts'
import { createCertifiedKeys } from '../../../support/platform-keys'
import { startCapture } from '../fields/capture'
import { checkExchanges } from './fields/check-exchange'

export { wechatPayRoles }

/** 10:00 in China. */
const START = Date.parse('2026-11-25T10:00:00+08:00')

const MCHIDS: Record<WechatPayRole, string> = {
  direct: '1900000001',
  partner: '1900000002',
  platform: '1900000003',
}
export const APPIDS: Record<WechatPayRole, string> = {
  direct: 'wxself000001',
  partner: 'wxpartner001',
  platform: 'wxplatform01',
}
export const SELLER = '1900000101'
/** The appid of a service account that is bound to the signing merchant. */
export const SERVICE_APPID = 'wxservice0001'
/** The appid of the seller's own mini-program, bound to its partner. */
export const SELLERS_APPID = 'wxseller0001'

export const keyPair = generateKeyPairSync('rsa', { modulusLength: 2048 })

let keys: PlatformKeys | undefined
/** The keys of WeChat Pay in all test beds. */
function certifiedKeys(): PlatformKeys {
  keys ??= createCertifiedKeys(START)
  return keys
}

export type TestBed = Awaited<ReturnType<typeof createTestBed>>

/** Starts a simulator, a gateway to it in one role, and a receiver of its notices. Libraries with a clock of their own need the real one. */
export async function createTestBed(role: WechatPayRole, clock = () => START) {
  const [serial, apiKey] = [randomBytes(20).toString('hex').toUpperCase(), randomBytes(16).toString('hex')]
  const [mchid, appid] = [MCHIDS[role], APPIDS[role]]
  const signing: SigningMerchant = {
    ...{ role, mchid, serial, apiKey, publicKey: keyPair.publicKey, appids: [appid, SERVICE_APPID] },
    sellers: role === 'direct' ? {} : { [SELLER]: [SELLERS_APPID] },
    allowsH5: true,
  }
  const simulator = await WechatPaySimulator.start([signing], { clock, keys: certifiedKeys() })
  /** The body and headers of every notice received. */
  const notices: { body: string; header(name: string): string | undefined }[] = []
  let status = 204
  const receiver = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part)
    const { headers } = request
    notices.push({
      body: Buffer.concat(parts).toString(),
      header: (name) => headers[name] as string | undefined,
    })
    response.writeHead(status).end()
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  const noticeUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/notices`
  const settings = {
    ...{ role, baseUrl: simulator.origin, apiKey, keys: simulator.signer.publicKeys() },
    ...{ merchant: { mchid, appid, serial, privateKey: keyPair.privateKey }, bankArea: '621200' },
  }
  const deps = { clock: simulator.now, random: (bytes: number) => randomBytes(bytes) }
  const capture = startCapture()
  let count = 0
  return {
    simulator,
    gateway: createWechatPay(settings, deps),
    onboarding: createWechatOnboarding(settings, deps),
    payouts: createWechatPayouts(settings, deps),
    /** Reads the certificates of WeChat Pay, as a merchant who verifies by one. */
    async readCertificates() {
      const { serial, publicKey } = certifiedKeys().certificate
      simulator.signer.signsBy = 'certificate'
      await createCertificateReader({ ...settings, keys: new Map([[serial, publicKey]]) }, deps)?.()
      simulator.signer.signsBy = 'publicKey'
    },
    /** Everything that was sent since the start. */
    exchanges: capture.exchanges,
    /** The merchant that signs, as it knows itself and as the simulator knows it. */
    ...{ merchant: { mchid, serial, privateKey: keyPair.privateKey }, signing },
    notices,
    /** Sets the status with which notices are answered from now on. */
    answerWith: (next: number) => {
      status = next
    },
    /** A request of a payment of 25 yuan by the seller of this role. */
    request: (changes: Partial<PaymentRequest> = {}): PaymentRequest => ({
      number: `TEST0000000000000000000${String(count++).padStart(3, '0')}`,
      merchant: role === 'direct' ? mchid : SELLER,
      ...{ appid, openid: 'o-buyer', place: 'shared-app', amount: 2500, description: '核桃等 2 样' },
      ...{ expiresAt: simulator.now() + 15 * 60_000, noticeUrl },
      ...changes,
    }),
    /** Stops to record what is sent, and so does `close`. */
    stopCapture: capture.stop,
    /** @throws Error that names the fields of requests, replies and notices which are not as documented. */
    async close() {
      capture.stop()
      await simulator.close()
      receiver.closeAllConnections()
      await new Promise<void>((resolve) => receiver.close(() => resolve()))
      checkExchanges(capture.exchanges, [signing])
    },
  }
}
