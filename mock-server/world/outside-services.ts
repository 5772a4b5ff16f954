import { type KeyObject, randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { type WechatPayRole, wechatPayRoles } from '@/domain/payment/payment-rights'
import { connectAlipay } from '../../server/gateways/alipay/credentials'
import type { Onboarding } from '../../server/gateways/onboarding'
import type { PaymentGateway } from '../../server/gateways/payment-gateway'
import type { PaymentGateways } from '../../server/gateways/payment-gateways'
import type { MessageTemplate } from '../../server/gateways/subscribe-messages'
import { createWechatGateway, type WechatGateway } from '../../server/gateways/wechat'
import { createWechatPay, type WechatPaySettings } from '../../server/gateways/wechat-pay/gateway'
import { createWechatOnboarding } from '../../server/gateways/wechat-pay/onboarding'
import { createWechatPayouts } from '../../server/gateways/wechat-pay/payouts'
import type { CashierParams } from '../../server/gateways/wechat-pay/signature'
import type { Application } from '../alipay/applications'
import { type AlipayKeys, AlipaySimulator, createAlipayKeys } from '../alipay/simulator'
import { createKeyPair, type KeyPair } from '../keys/key-pair'
import { DEMO_ALIPAY_SELLER, DEMO_SELLERS } from '../seed/grants'
import type { TillAnswer } from '../till/till-page'
import { REFUSED_PAGE, startWechatSimulator, type WechatSimulator } from '../wechat/simulator'
import type { SigningMerchant } from '../wechat-pay/merchants'
import { createPlatformKeys, type PlatformKeys } from '../wechat-pay/platform-signer'
import { WechatPaySimulator } from '../wechat-pay/simulator'

const APP = { appid: 'wxdemo0000000001', secret: 'demo' }
/** The mini-program of a shop of its own. */
const OWN_APP = { appid: 'wx0000000000000002', secret: 'own' }
/** The service account, which is bound to every merchant. */
const SERVICE_ACCOUNT = { appid: 'wx0000000000000003', secret: 'service' }

/** The messages that people of the demo can permit in the mini-program. */
const TEMPLATES: readonly MessageTemplate[] = [
  {
    ...{ appid: APP.appid, id: 'demo-new-order', events: ['new-order', 'expiring'] },
    fields: { character_string1: 'number', thing2: 'goods', amount3: 'total', time4: 'time', thing5: 'tip' },
  },
  {
    ...{ appid: APP.appid, id: 'demo-after-sale' },
    events: ['cancel-asked', 'change-asked', 'claim', 'refund-failed'],
    fields: { character_string1: 'number', thing2: 'goods', phrase3: 'status', thing4: 'tip' },
  },
  {
    ...{
      appid: APP.appid,
      id: 'demo-progress',
      events: [
        ...(['accepted', 'change-answered', 'sent', 'ready', 'reserved'] as const),
        ...(['resent', 'answered', 'cancelled', 'refunded'] as const),
      ],
    },
    fields: { character_string1: 'number', thing2: 'shop', phrase3: 'status', thing4: 'tip' },
  },
]

/** The installation's merchant in each role at the simulated WeChat Pay; the demo shops are granted the first. */
const MERCHANTS: Record<WechatPayRole, { mchid: string; appid: string }> = {
  platform: { mchid: '1900000003', appid: APP.appid },
  partner: { mchid: '1900000002', appid: OWN_APP.appid },
  direct: { mchid: '1900000001', appid: OWN_APP.appid },
}

/** Paths of the simulated tills and WeChat's sign-in page for phones, which know the demo server, but not the simulators behind it. */
const TILL_PATH = '/simulator/till'
const CASHIER_PATH = '/simulator/cashier'
const REFUNDS_PATH = '/simulator/refunds'
const ALIPAY_PATH = '/simulator/alipay'
const SIGN_PATH = '/simulator/sign'
const SIGN_IN_PATH = '/simulator/wechat-sign-in'

/** The time that the simulated auditors take, in ms. */
const AUDIT_MS = 15_000

const ALIPAY_APPID = '2021000000000001'

/** An address of documentation (RFC 5737). WeChat Pay refuses those of this machine, which demos are opened from. */
const SOME_ADDRESS = '192.0.2.1'

/** Interval in ms in which simulators send notices and settle refunds. */
const POLL_MS = 1000

const OUTSIDE = { clock: Date.now, random: randomBytes }

export interface OutsideServices {
  wechat: WechatGateway
  payments: PaymentGateways
  /** Lets WeChat Pay know sellers whom it accepted before this start. */
  admitSellers(sellers: readonly string[]): void
  /** Serves the simulated pages on the demo server. `marks` is HTML that a sealed world adds to its pages. */
  mount(app: FastifyInstance, marks?: string): void
  close(): Promise<void>
}

/** The keys of a world's services and of its merchants there, so that no other world believes what they sign. */
export interface ServiceKeys {
  merchant: KeyPair
  application: KeyPair
  wechatPay: PlatformKeys
  alipay: AlipayKeys
}

export async function createServiceKeys(): Promise<ServiceKeys> {
  const [merchant, application, wechatPay, alipay] = await Promise.all([
    createKeyPair(),
    createKeyPair(),
    createPlatformKeys(),
    createAlipayKeys(),
  ])
  return { merchant, application, wechatPay, alipay }
}

/** Starts the services of one world, which know nothing of earlier payments. */
export async function startOutsideServices(keys: ServiceKeys): Promise<OutsideServices> {
  const merchants = wechatPayRoles.map((role) => createMerchant(role, keys.merchant.publicKey))
  const pay = await WechatPaySimulator.start(merchants, { pollMs: POLL_MS, keys: keys.wechatPay })
  const wechat = await startWechatSimulator(
    [APP, OWN_APP, SERVICE_ACCOUNT],
    Date.now,
    (id) => pay.transactions.byTransactionId(id),
    TEMPLATES,
  )
  wechat.messages.permitsAll = true
  pay.accounts.isHeld = ({ transactionId = '', openid }) =>
    openid !== undefined && !wechat.shipping.shipments.has(transactionId)
  pay.applyments.auditors.auditMs = AUDIT_MS
  const settingsOf = ({ role, mchid, serial, apiKey, appids: [appid = ''] }: SigningMerchant) => ({
    ...{ role, baseUrl: pay.origin, apiKey, keys: pay.signer.publicKeys() },
    merchant: { mchid, appid, serial, privateKey: keys.merchant.privateKey },
  })
  const gatewayOf = (settings: WechatPaySettings) => ({
    appid: settings.merchant.appid,
    gateway: withTillHere(createWechatPay(settings, OUTSIDE), TILL_PATH),
  })
  const settings = merchants.map(settingsOf)
  const platform = settings.find(({ role }) => role === 'platform')
  const alipay = await startAlipay(keys)
  return {
    wechat: createWechat(wechat),
    payments: {
      noticeOrigin: '',
      wechat: Object.fromEntries(settings.map((one) => [one.role, gatewayOf(one)])),
      onboarding: platform && withSigningHere(createWechatOnboarding(platform, OUTSIDE)),
      payouts: platform && { service: createWechatPayouts(platform, OUTSIDE), isAutomatic: false },
      alipay: withTillHere(alipay.gateway, ALIPAY_PATH),
    },
    admitSellers: (sellers) => {
      for (const merchant of merchants.filter(({ role }) => role !== 'direct'))
        for (const seller of sellers) merchant.sellers[seller] ??= []
    },
    mount: (app, marks = '') => {
      mountSignIn(app, wechat)
      const tills: Tills = {
        [TILL_PATH]: (fields) => pay.till(fields),
        [ALIPAY_PATH]: (fields) => alipay.simulator.page(fields),
        [SIGN_PATH]: (fields) => pay.signing(fields),
      }
      mountTills(app, pay, { tills, marks })
    },
    close: async () => {
      await pay.close()
      await alipay.simulator.close()
      await wechat.close()
    },
  }
}

const createMerchant = (role: WechatPayRole, publicKey: KeyObject): SigningMerchant => ({
  ...{ role, mchid: MERCHANTS[role].mchid, publicKey, allowsH5: true },
  appids: [MERCHANTS[role].appid, SERVICE_ACCOUNT.appid],
  ...{ serial: randomBytes(20).toString('hex').toUpperCase(), apiKey: randomBytes(16).toString('hex') },
  sellers: role === 'direct' ? {} : Object.fromEntries(DEMO_SELLERS.map((seller) => [seller, []])),
})

/** The gateway to the simulated WeChat, whose sign-in page is on the demo server itself. */
function createWechat({ origin }: WechatSimulator): WechatGateway {
  const settings = {
    miniPrograms: [APP, OWN_APP],
    serviceAccount: SERVICE_ACCOUNT,
    templates: TEMPLATES,
  } as const
  // posters of a world have QR codes of links: WeChat, which people scan them with, does not know a simulated code
  const { codes: _, ...gateway } = createWechatGateway(
    { ...settings, baseUrl: origin, openUrl: origin },
    Date.now,
  )
  const { serviceAccount } = gateway
  if (!serviceAccount) return gateway
  const signInUrl = (returnUrl: string) => urlHere(SIGN_IN_PATH, serviceAccount.signInUrl(returnUrl))
  return { ...gateway, serviceAccount: { ...serviceAccount, signInUrl } }
}

async function startAlipay(keys: ServiceKeys) {
  const application: Application = {
    ...{ appid: ALIPAY_APPID, merchant: DEMO_ALIPAY_SELLER, publicKey: keys.application.publicKey },
    authorizations: {},
  }
  const simulator = await AlipaySimulator.start([application], { pollMs: POLL_MS, keys: keys.alipay })
  const gateway = await connectAlipay(
    {
      ...{ service: 'alipay', appid: ALIPAY_APPID, merchant: DEMO_ALIPAY_SELLER, baseUrl: simulator.origin },
      privateKey: keys.application.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      publicKey: simulator.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    },
    { clock: Date.now },
  )
  return { simulator, gateway }
}

/** The URL of a simulated page on the demo server itself. */
const urlHere = (path: string, url: string): string => `${path}${new URL(url).search}`

/** Opens tills on the demo server itself. */
const withTillHere = (gateway: PaymentGateway, path: string): PaymentGateway => ({
  ...gateway,
  async prepare(request) {
    const till = await gateway.prepare({ ...request, clientAddress: SOME_ADDRESS })
    if (till.kind === 'redirect') return { kind: 'redirect', url: urlHere(path, till.url) }
    if (till.kind !== 'qr-code' || request.returnUrl === undefined) return till
    return { kind: 'qr-code', text: new URL(urlHere(path, till.text), request.returnUrl).href }
  },
})

/** Lets sellers sign on the demo server itself. */
const withSigningHere = (onboarding: Onboarding): Onboarding => ({
  ...onboarding,
  async query(number) {
    const application = await onboarding.query(number)
    const url = application?.url
    return application && url ? { ...application, url: `${SIGN_PATH}${new URL(url).search}` } : application
  },
})

function mountSignIn(app: FastifyInstance, wechat: WechatSimulator): void {
  app.get(SIGN_IN_PATH, async (request, reply) => {
    const location = wechat.authorize(new URLSearchParams(request.url.split('?')[1]))
    return location === undefined ? reply.code(400).send(REFUSED_PAGE) : reply.redirect(location)
  })
}

/** The page has a style of its own and a form. */
const TILL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'"

type Tills = Record<string, (fields: URLSearchParams) => TillAnswer>

function mountTills(
  app: FastifyInstance,
  pay: WechatPaySimulator,
  { tills, marks }: { tills: Tills; marks: string },
): void {
  void app.register(async (scope) => {
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) =>
      done(null, String(body)),
    )
    for (const [url, answerTill] of Object.entries(tills))
      for (const method of ['GET', 'POST'] as const)
        scope.route({
          ...{ method, url },
          handler: async (request, reply) => {
            const fields = method === 'POST' ? String(request.body) : request.url.split('?')[1]
            const answer = answerTill(new URLSearchParams(fields))
            if ('location' in answer) return reply.redirect(answer.location, 303)
            return reply
              .type('text/html; charset=utf-8')
              .header('content-security-policy', TILL_POLICY)
              .send(answer.html.replace('<main>', () => `${marks}<main>`))
          },
        })
    // what a phone's `wx.requestPayment` does, for builds that run outside of WeChat
    scope.post(CASHIER_PATH, async ({ body }) => {
      const { params, outcome } = body as { params: CashierParams; outcome: 'pay' | 'cancel' }
      return { errMsg: pay.cashier(params, outcome) }
    })
    // how refunds end from now on
    scope.post(REFUNDS_PATH, async ({ body }) => {
      pay.refundsEnd = (body as Pick<WechatPaySimulator, 'refundsEnd'>).refundsEnd
      return {}
    })
  })
}
