import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { WAIT_TIMEOUT_MS } from '../../support/wait-timeout'
import type { InspectablePhone, Screen } from './phone'
import { tapOnTop } from './tap-on-top'

/** Records clipboard writes, because a headless browser has no readable clipboard. */
function recordCopies() {
  const record = (text: string) => {
    ;(window as unknown as { copied: string }).copied = text
  }
  if (navigator.clipboard) navigator.clipboard.writeText = async (text) => record(text)
  document.addEventListener('copy', () => record(String(getSelection() ?? '')))
}

/** Reading the whole text lays the page out, which in each frame would keep a core busy. */
const POLLING_MS = 50

/** The H5 build in a browser context with touch and its own storage. */
export class H5Phone implements InspectablePhone {
  readonly kind = 'h5'
  private picture: Buffer | null = null
  private recordedErrors: string[] = []

  private constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
    readonly origin: string,
  ) {}

  static async start(
    browser: Browser,
    origin: string,
    screen: Screen,
    scale = 2,
    userAgent?: string,
  ): Promise<H5Phone> {
    const context = await browser.newContext({
      viewport: screen,
      hasTouch: true,
      isMobile: screen.width < 700,
      locale: 'zh-CN',
      deviceScaleFactor: scale,
      permissions: [],
      ...(userAgent ? { userAgent } : {}),
    })
    await context.addInitScript(recordCopies)
    const phone = new H5Phone(context, await context.newPage(), origin)
    phone.watch(phone.page)
    return phone
  }

  private watch(page: Page) {
    page.setDefaultTimeout(WAIT_TIMEOUT_MS)
    page.on('pageerror', (error) => this.recordedErrors.push(String(error.stack ?? error)))
    page.on('filechooser', (chooser) => {
      const buffer = this.picture
      void (buffer
        ? chooser.setFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer })
        : chooser.element().dispatchEvent('cancel'))
    })
  }

  async open(path: string, params: Record<string, string> = {}) {
    const query = new URLSearchParams(params).toString()
    await this.page.goto(`${this.origin}${path}${query ? `?${query}` : ''}`)
  }

  /** Returns the topmost visible element with these words. */
  private async findByWords(words: string): Promise<Locator> {
    const exact = this.page.getByText(words, { exact: true }).filter({ visible: true })
    const named = this.page.locator(`[aria-label="${words}"]`).filter({ visible: true })
    await exact.or(named).first().waitFor()
    const target = (await named.count()) > 0 ? named.last() : exact.last()
    // centred, because bars cover the top and bottom edges
    await target.evaluate((element) => element.scrollIntoView({ block: 'center' }))
    return target
  }

  async tap(...words: string[]) {
    for (const one of words) await tapOnTop(() => this.findByWords(one))
  }

  async tapTwice(words: string) {
    const target = await this.findByWords(words)
    await target.evaluate((element) => {
      ;(element as HTMLElement).click()
      ;(element as HTMLElement).click()
    })
  }

  async type(label: string, text: string) {
    const field = this.page.locator(`[aria-label="${label}"]`).filter({ visible: true }).last()
    await field.fill(text)
  }

  async see(words: string, timeout = WAIT_TIMEOUT_MS) {
    await this.page
      .waitForFunction(
        (wanted) => document.body.innerText.replace(/\s+/g, '').includes(wanted),
        words.replace(/\s+/g, ''),
        { timeout, polling: POLLING_MS },
      )
      .catch(async () => {
        throw new Error(
          `"${words}" did not appear. The screen says:\n${await this.text()}\n${this.recordedErrors.join('\n')}`,
        )
      })
  }

  async seeNo(words: string) {
    await this.page.waitForFunction(
      (wanted) => !document.body.innerText.replace(/\s+/g, '').includes(wanted),
      words.replace(/\s+/g, ''),
      { polling: POLLING_MS },
    )
  }

  text(): Promise<string> {
    return this.page.evaluate(() => document.body.innerText)
  }

  async setNextPhoto(picture: Buffer | null) {
    this.picture = picture
  }

  /** Signs in unless the browser already has a session. */
  private async signIn() {
    const { context, origin } = this
    if ((await context.cookies(origin)).length > 0) return
    await context.request.fetch(`${origin}/api/sessions`, { method: 'POST', data: { provider: 'device' } })
  }

  async request<Reply>(method: string, path: string, body?: object): Promise<Reply> {
    await this.signIn()
    const reply = await this.context.request.fetch(this.origin + path, {
      method,
      ...(body ? { data: body } : {}),
    })
    if (!reply.ok()) throw new Error(`${method} ${path}: ${reply.status()} ${await reply.text()}`)
    return (await reply.json()) as Reply
  }

  async blockApi() {
    await this.context.route('**/api/**', (route) => route.abort('internetdisconnected'))
    await this.setOnlineState(false)
  }

  async unblockApi() {
    await this.context.unrouteAll()
    await this.setOnlineState(true)
  }

  /** Sets `navigator.onLine` now and on every later page. */
  private async setOnlineState(isOnline: boolean) {
    const change = (online: boolean) => {
      Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => online })
      dispatchEvent(new Event(online ? 'online' : 'offline'))
    }
    await this.context.addInitScript(change, isOnline)
    await this.page.evaluate(change, isOnline)
  }

  async allowMicrophone(allowed: boolean) {
    // granting an empty list does not revoke earlier permissions
    await this.context.clearPermissions()
    await this.context.grantPermissions(allowed ? ['microphone'] : [])
  }

  async cutNetwork() {
    await this.context.setOffline(true)
  }

  async restoreNetwork() {
    await this.context.setOffline(false)
  }

  async restart() {
    const url = this.page.url()
    await this.kill()
    await this.launch(url)
  }

  /** Closes the page; storage stays. */
  async kill() {
    await this.page.close()
  }

  async launch(url = this.origin) {
    const page = await this.context.newPage()
    Object.assign(this, { page })
    this.watch(page)
    await page.goto(url)
  }

  async screenshot(file: string) {
    await this.page.screenshot({ path: file })
  }

  async params() {
    return Object.fromEntries(new URL(this.page.url()).searchParams)
  }

  async copied() {
    return this.page.evaluate(() => (window as unknown as { copied?: string }).copied ?? '')
  }

  async errors() {
    return this.recordedErrors
  }

  /** Clears cookies and storage of the site. */
  async clearStorage() {
    await this.context.clearCookies()
    await this.page.evaluate(async () => {
      localStorage.clear()
      for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name)
    })
  }

  async close() {
    await this.context.close()
  }
}
