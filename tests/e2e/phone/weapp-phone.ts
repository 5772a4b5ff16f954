import type { Browser, Locator } from 'playwright-core'
import type { ChromiumMiniProgram } from 'weapp-host/chromium'
import { ACCEPT } from '@/domain/api-version'
import { createRecording } from '../../support/voice-recording'
import { WAIT_TIMEOUT_MS } from '../../support/wait-timeout'
import { launchWeapp } from '../../weapp/launch'
import type { InspectablePhone, Screen } from './phone'
import { tapOnTop } from './tap-on-top'
import { weappAddress } from './weapp-address'

export interface WeappPhoneOptions {
  browser: Browser
  apiOrigin: string
  /** Returns a new `wx.login` code on each call. */
  loginCode: () => string
  screen: Screen
  path?: string
  /** A shop's own mini-program, compiled for `apiOrigin`; the shared one by default. */
  ownApp?: { dist: string; appId: string }
  /** Factor of WeChat's 字体大小 setting; 1 by default. */
  typeSize?: number
}

/** The built mini-program in the test host. */
export class WeappPhone implements InspectablePhone {
  readonly kind = 'weapp'
  /** The person's action at WeChat's cashier, which the demo world simulates. */
  tillOutcome: 'pay' | 'cancel' = 'pay'

  private constructor(
    readonly app: ChromiumMiniProgram,
    private readonly apiOrigin: string,
    private readonly loginCode: () => string,
    private readonly appId?: string,
  ) {}

  get page() {
    return this.app.page
  }

  static async start({
    browser,
    apiOrigin,
    loginCode,
    screen,
    path,
    ownApp,
    typeSize = 1,
  }: WeappPhoneOptions): Promise<WeappPhone> {
    const person: { phone?: WeappPhone } = {}
    const app = await launchWeapp({
      ...(ownApp ? { ...ownApp, builtOrigin: apiOrigin } : { dist: 'dist/weapp' }),
      browser,
      apiOrigin,
      viewport: screen,
      mocks: {
        login: () => ({ code: loginCode() }),
        requestPayment: (params: object) =>
          payAtCashier(
            apiOrigin,
            { ...(ownApp ? { appId: ownApp.appId } : {}), ...params },
            person.phone?.tillOutcome,
          ),
        getAppBaseInfo: { language: 'zh_CN', fontSizeScaleFactor: typeSize },
      },
      ...(path ? { url: path } : {}),
    })
    app.page.setDefaultTimeout(WAIT_TIMEOUT_MS)
    person.phone = new WeappPhone(app, apiOrigin, loginCode, ownApp?.appId)
    return person.phone
  }

  async open(path: string, params: Record<string, string> = {}) {
    const query = new URLSearchParams(params).toString()
    const address = `${path.startsWith('/') ? '' : '/'}${path}${query ? `?${query}` : ''}`
    await this.app.openPage(weappAddress(address))
  }

  /** Returns the topmost visible element with these words, as on H5. */
  private async findByWords(words: string): Promise<Locator> {
    const texts = this.app.page.locator('#wx-pages, .wx-layer').getByText(words, { exact: true })
    const named = this.app.page.locator(`[aria-label="${words}"]`).filter({ visible: true })
    const visible = texts.filter({ visible: true })
    await visible
      .or(named)
      .first()
      .waitFor()
      .catch(async () => {
        throw new Error(`nothing says "${words}". The screen says:\n${await this.text()}`)
      })
    const target = (await named.count()) > 0 ? named.last() : visible.last()
    await target.evaluate((element) => element.scrollIntoView({ block: 'center' }))
    return target
  }

  /** Waits until a button takes taps, as Playwright does on H5 by `aria-disabled`. */
  private async findEnabled(words: string): Promise<Locator> {
    const target = await this.findByWords(words)
    const isEnabled = (element: Element | null) => !element?.closest('.button--off')
    await this.app.page.waitForFunction(isEnabled, await target.elementHandle())
    return target
  }

  async tap(...words: string[]) {
    for (const one of words) await tapOnTop(() => this.findEnabled(one))
  }

  async tapTwice(words: string) {
    const target = await this.findByWords(words)
    await target.tap()
    await target.tap({ timeout: 500 }).catch(() => undefined)
  }

  async type(label: string, text: string) {
    await this.app.fill(`[aria-label="${label}"]`, text)
  }

  async see(words: string, timeout = WAIT_TIMEOUT_MS) {
    await this.app.waitText(words, timeout)
  }

  async seeNo(words: string) {
    await this.app.waitGone(words)
  }

  text() {
    return this.app.text()
  }

  async setNextPhoto(picture: Buffer | null) {
    await this.app.setPhotos(picture ? [picture] : [])
  }

  /** Returns the stored token, or that of a new session of the same user when the app has none yet. */
  private async token(): Promise<string> {
    const stored = (await this.app.storage())['session-token']
    if (typeof stored === 'string') return stored
    const reply = await fetch(`${this.apiOrigin}/api/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ provider: 'wechat', code: this.loginCode(), appid: this.appId }),
    })
    if (!reply.ok) throw new Error(`nobody was signed in: ${reply.status} ${await reply.text()}`)
    return ((await reply.json()) as { token: string }).token
  }

  async request<Reply>(method: string, path: string, body?: object): Promise<Reply> {
    const reply = await fetch(this.apiOrigin + path, {
      method,
      headers: {
        accept: ACCEPT,
        authorization: `Bearer ${await this.token()}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`)
    return (await reply.json()) as Reply
  }

  async blockApi() {
    await this.cutNetwork()
  }

  async unblockApi() {
    await this.restoreNetwork()
  }

  async allowMicrophone(allowed: boolean) {
    await this.app.setMicrophone(allowed ? createRecording(1000) : undefined)
  }

  async cutNetwork() {
    await this.app.setOnline(false)
  }

  async restoreNetwork() {
    await this.app.setOnline(true)
  }

  async restart() {
    const route = await this.route()
    await this.app.relaunch(`/${route}`)
  }

  async screenshot(file: string) {
    await this.app.page.screenshot({ path: file })
  }

  async params() {
    return Object.fromEntries(new URLSearchParams((await this.route()).split('?')[1] ?? ''))
  }

  async copied() {
    const last = (await this.app.calls('setClipboardData')).at(-1)
    return String((last?.options as { data?: string } | undefined)?.data ?? '')
  }

  async errors() {
    return this.app.errors()
  }

  async close() {
    await this.app.close()
  }

  private async route(): Promise<string> {
    return (await this.app.routes()).at(-1) ?? ''
  }
}

/** The appid of the demo world's mini-program. */
const DEMO_APPID = 'wxdemo0000000001'

/** Plays `wx.requestPayment` by the demo world's cashier. @throws Error with WeChat's reason unless it is paid. */
export async function payAtCashier(origin: string, params: object, outcome: 'pay' | 'cancel' = 'pay') {
  const reply = await fetch(`${origin}/simulator/cashier`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ params: { appId: DEMO_APPID, ...params }, outcome }),
  })
  const { errMsg } = (await reply.json()) as { errMsg: string }
  const reason = /^requestPayment:fail (.*)/.exec(errMsg)?.[1]
  if (reason !== undefined) throw new Error(reason)
  return { errMsg }
}
