import type { Browser, Locator } from 'playwright-core'
import { PATIENCE } from '../../support/patience'
import { recording } from '../../support/voice'
import { launchWeapp } from '../../weapp/host/chromium-driver'
import type { WeappApp } from '../../weapp/host/weapp-app'
import type { OpenPhone, Screen } from './phone'
import { tapOnTop } from './tap-on-top'
import { weappAddress } from './weapp-address'

export interface WeappPhoneOptions {
  browser: Browser
  apiOrigin: string
  /** What `wx.login` answers: a fresh code each time. */
  loginCode: () => string
  screen: Screen
  path?: string
  /** WeChat's own setting 字体大小, as a multiple; usual unless told. */
  typeSize?: number
}

/** The built mini-program in our host. */
export class WeappPhone implements OpenPhone {
  readonly kind = 'weapp'

  private constructor(
    readonly app: WeappApp,
    private readonly apiOrigin: string,
    private readonly loginCode: () => string,
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
    typeSize = 1,
  }: WeappPhoneOptions): Promise<WeappPhone> {
    const app = await launchWeapp({
      dist: 'dist/weapp',
      browser,
      apiOrigin,
      viewport: screen,
      mocks: { login: () => ({ code: loginCode() }), getAppBaseInfo: { fontSizeScaleFactor: typeSize } },
      ...(path ? { url: path } : {}),
    })
    app.page.setDefaultTimeout(PATIENCE)
    return new WeappPhone(app, apiOrigin, loginCode)
  }

  async open(path: string, params: Record<string, string> = {}) {
    const query = new URLSearchParams(params).toString()
    const address = `${path.startsWith('/') ? '' : '/'}${path}${query ? `?${query}` : ''}`
    await this.app.openPage(weappAddress(address))
  }

  /** The last visible thing that says these words, as on H5: what lies on top, and buttons below titles, come last. */
  private async saying(words: string): Promise<Locator> {
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

  async tap(words: string) {
    await tapOnTop(() => this.saying(words))
  }

  async tapTwice(words: string) {
    const target = await this.saying(words)
    await target.tap()
    await target.tap({ timeout: 500 }).catch(() => undefined)
  }

  async type(label: string, text: string) {
    await this.app.fill(`[aria-label="${label}"]`, text)
  }

  async see(words: string, timeout = PATIENCE) {
    await this.app.waitText(words, timeout)
  }

  async seeNo(words: string) {
    await this.app.waitGone(words)
  }

  text() {
    return this.app.text()
  }

  async willPhotograph(picture: Buffer | null) {
    await this.app.setPhotos(picture ? [picture] : [])
  }

  /** The token in storage; an app that has not needed one yet has none, and another session of the same person serves. */
  private async token(): Promise<string> {
    const kept = (await this.app.storage())['session-token']
    if (typeof kept === 'string') return kept
    const reply = await fetch(`${this.apiOrigin}/api/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ provider: 'wechat', code: this.loginCode() }),
    })
    if (!reply.ok) throw new Error(`nobody was signed in: ${reply.status} ${await reply.text()}`)
    return ((await reply.json()) as { token: string }).token
  }

  async ask<Reply>(method: string, path: string, body?: object): Promise<Reply> {
    const reply = await fetch(this.apiOrigin + path, {
      method,
      headers: {
        authorization: `Bearer ${await this.token()}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`)
    return (await reply.json()) as Reply
  }

  async loseServer() {
    await this.cutNetwork()
  }

  async findServer() {
    await this.restoreNetwork()
  }

  async allowMicrophone(allowed: boolean) {
    await this.app.setMicrophone(allowed ? recording(1000) : undefined)
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
