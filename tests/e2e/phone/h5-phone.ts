import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { PATIENCE } from '../../support/patience'
import type { OpenPhone, Screen } from './phone'
import { tapOnTop } from './tap-on-top'

/** A headless browser has no clipboard to look into, so what is put there is noted. */
function recordCopies() {
  const note = (text: string) => {
    ;(window as unknown as { copied: string }).copied = text
  }
  if (navigator.clipboard) navigator.clipboard.writeText = async (text) => note(text)
  document.addEventListener('copy', () => note(String(getSelection() ?? '')))
}

/** The H5 build in a browser of its own cookies and storage, with touch, as on a phone. */
export class H5Phone implements OpenPhone {
  readonly kind = 'h5'
  private picture: Buffer | null = null
  private seen: string[] = []

  private constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
    readonly origin: string,
  ) {}

  static async start(browser: Browser, origin: string, screen: Screen, scale = 2): Promise<H5Phone> {
    const context = await browser.newContext({
      viewport: screen,
      hasTouch: true,
      isMobile: screen.width < 700,
      locale: 'zh-CN',
      deviceScaleFactor: scale,
      permissions: [],
    })
    await context.addInitScript(recordCopies)
    const phone = new H5Phone(context, await context.newPage(), origin)
    phone.watch(phone.page)
    return phone
  }

  private watch(page: Page) {
    page.setDefaultTimeout(PATIENCE)
    page.on('pageerror', (error) => this.seen.push(String(error.stack ?? error)))
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

  /** The last visible thing that says these words: what lies on top comes last. */
  private async saying(words: string): Promise<Locator> {
    const exact = this.page.getByText(words, { exact: true }).filter({ visible: true })
    const named = this.page.locator(`[aria-label="${words}"]`).filter({ visible: true })
    await exact.or(named).first().waitFor()
    const target = (await named.count()) > 0 ? named.last() : exact.last()
    // a thumb scrolls to the middle; the bars above and below lie over the edges
    await target.evaluate((element) => element.scrollIntoView({ block: 'center' }))
    return target
  }

  async tap(words: string) {
    await tapOnTop(() => this.saying(words))
  }

  async tapTwice(words: string) {
    const target = await this.saying(words)
    await target.evaluate((element) => {
      ;(element as HTMLElement).click()
      ;(element as HTMLElement).click()
    })
  }

  async type(label: string, text: string) {
    const field = this.page.locator(`[aria-label="${label}"]`).filter({ visible: true }).last()
    await field.fill(text)
  }

  async see(words: string, timeout = PATIENCE) {
    await this.page
      .waitForFunction(
        (wanted) => document.body.innerText.replace(/\s+/g, '').includes(wanted),
        words.replace(/\s+/g, ''),
        { timeout },
      )
      .catch(async () => {
        throw new Error(
          `"${words}" did not appear. The screen says:\n${await this.text()}\n${this.seen.join('\n')}`,
        )
      })
  }

  async seeNo(words: string) {
    await this.page.waitForFunction(
      (wanted) => !document.body.innerText.replace(/\s+/g, '').includes(wanted),
      words.replace(/\s+/g, ''),
    )
  }

  text(): Promise<string> {
    return this.page.evaluate(() => document.body.innerText)
  }

  async willPhotograph(picture: Buffer | null) {
    this.picture = picture
  }

  /** A browser that has not signed in yet does so. */
  private async signIn() {
    const { context, origin } = this
    if ((await context.cookies(origin)).length > 0) return
    await context.request.fetch(`${origin}/api/sessions`, { method: 'POST', data: { provider: 'device' } })
  }

  async ask<Reply>(method: string, path: string, body?: object): Promise<Reply> {
    await this.signIn()
    const reply = await this.context.request.fetch(this.origin + path, {
      method,
      ...(body ? { data: body } : {}),
    })
    if (!reply.ok()) throw new Error(`${method} ${path}: ${reply.status()} ${await reply.text()}`)
    return (await reply.json()) as Reply
  }

  async loseServer() {
    await this.context.route('**/api/**', (route) => route.abort('internetdisconnected'))
    await this.sayOnline(false)
  }

  async findServer() {
    await this.context.unrouteAll()
    await this.sayOnline(true)
  }

  /** What the browser says of its network, now and on every page that opens from now on. */
  private async sayOnline(isOnline: boolean) {
    const change = (online: boolean) => {
      Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => online })
      dispatchEvent(new Event(online ? 'online' : 'offline'))
    }
    await this.context.addInitScript(change, isOnline)
    await this.page.evaluate(change, isOnline)
  }

  async allowMicrophone(allowed: boolean) {
    // what was granted before is not taken back by granting nothing
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

  /** Ends the page as it is; what the browser kept stays. */
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
    return this.seen
  }

  /** Clears what the browser kept of this site, as people do when the phone is full. */
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
