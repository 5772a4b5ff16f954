import type { BuyerPlace } from '@/domain/payment/payment-rights'
import type { PaymentPlatform, TillResult } from './payment-types'

interface WechatBridge {
  invoke(name: string, params: object, done: (result: { err_msg?: string }) => void): void
}

/** Time in ms within which WeChat's browser provides its bridge. */
const BRIDGE_TIMEOUT_MS = 5000

/** The parameters of the page that must not come back: opening the till by itself, and WeChat's sign-in. */
const ONE_TIME_PARAMS = ['pay', 'code', 'state']

/** The narrowest screen of a computer, in px. */
const COMPUTER_MIN_WIDTH = 768

/**
 * True on a computer. The screen and not the window decides, because a payment that is begun again names the same place. Phones that ask for
 * desktop pages have narrow screens, and tablets no mouse; a page in a frame is the phone of a demo.
 */
const isComputer = (userAgent: string): boolean =>
  !/Mobi|Android|Harmony/i.test(userAgent) &&
  window.screen.width >= COMPUTER_MIN_WIDTH &&
  window.parent === window &&
  (window.matchMedia?.('(pointer: fine)').matches ?? false)

function place(): BuyerPlace {
  const { userAgent } = navigator
  if (/MicroMessenger/i.test(userAgent)) return 'wechat-browser'
  if (/AlipayClient/i.test(userAgent)) return 'alipay'
  return isComputer(userAgent) ? 'computer' : 'browser'
}

function withoutOneTimeParams(query: string): string {
  const params = new URLSearchParams(query)
  for (const name of ONE_TIME_PARAMS) params.delete(name)
  return params.toString()
}

/** The URL of the page without its one-time parameters. A compiled site has its route and their parameters in the fragment. */
function pageUrl(): string {
  const url = new URL(window.location.href)
  url.search = withoutOneTimeParams(url.search)
  const [path = '', query] = url.hash.split('?')
  if (query !== undefined) url.hash = `${path}?${withoutOneTimeParams(query)}`
  return url.toString()
}

const currentBridge = () => (window as { WeixinJSBridge?: WechatBridge }).WeixinJSBridge

/** WeChat's bridge, which may appear after the page has loaded; `undefined` when it does not. */
const findBridge = () =>
  new Promise<WechatBridge | undefined>((resolve) => {
    if (currentBridge()) return resolve(currentBridge())
    const finish = () => resolve(currentBridge())
    document.addEventListener('WeixinJSBridgeReady', finish, { once: true })
    setTimeout(finish, BRIDGE_TIMEOUT_MS)
  })

const bridgeResults: Record<string, TillResult> = {
  'get_brand_wcpay_request:ok': 'finished',
  'get_brand_wcpay_request:cancel': 'cancelled',
}

async function openCashier(params: object): Promise<TillResult> {
  const bridge = await findBridge()
  if (!bridge) return 'failed'
  return new Promise((resolve) =>
    bridge.invoke('getBrandWCPayRequest', params, ({ err_msg = '' }) =>
      resolve(bridgeResults[err_msg] ?? 'failed'),
    ),
  )
}

/** Leaves the page for a till, which may be on this site or on another one. Resolves when the back/forward cache restores the page. */
async function leaveFor(text: string): Promise<TillResult> {
  const url = new URL(text, window.location.href)
  if (!/^https?:$/.test(url.protocol)) return 'failed'
  window.location.assign(url)
  return new Promise((resolve) => window.addEventListener('pageshow', () => resolve('left'), { once: true }))
}

export const payment: PaymentPlatform = {
  place,
  returnUrl: pageUrl,
  takeCode() {
    const code = new URLSearchParams(window.location.search).get('code') ?? undefined
    if (pageUrl() !== window.location.href) window.history.replaceState(window.history.state, '', pageUrl())
    return code
  },
  async openTill(till) {
    if (till.kind === 'wechat-cashier') return openCashier(till.params)
    return leaveFor(till.url)
  },
}
