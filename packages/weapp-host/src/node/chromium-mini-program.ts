import type { Locator, Page } from 'playwright-core'
import { MiniProgram } from './mini-program'
import type { Session } from './session'

/** Longer than the delay after which the host reports a long press. */
const LONG_PRESS_MS = 600

/** A mini-program in a Chromium page. */
export class ChromiumMiniProgram extends MiniProgram {
  /** Playwright's page, for everything that this class does not offer. */
  readonly page: Page

  constructor(page: Page, session: Session) {
    super(session)
    this.page = page
  }

  /** Playwright's locator of the first visible element that matches. */
  find(selector: string): Locator {
    return this.page.locator(selector).filter({ visible: true }).first()
  }

  async tap(selector: string) {
    await this.find(selector)
      .tap({ timeout: this.session.timeout })
      .catch(async (error: Error) => {
        throw new Error(`${error.message}\n${await this.describeScreen()}`)
      })
  }

  async tapText(text: string) {
    // the title bar comes last because a title often equals the label of a button
    const areas = ['.wx-layer', '#wx-pages', 'body'].map((area) => this.page.locator(area))
    const candidates = areas.flatMap((area) =>
      [true, false].map((exact) => area.getByText(text, { exact }).filter({ visible: true }).first()),
    )
    const [first, ...others] = candidates
    if (!first) return
    const any = others.reduce((left, right) => left.or(right), first)
    const { timeout } = this.session
    await any
      .first()
      .waitFor({ timeout })
      .catch(async () => {
        throw new Error(`"${text}" did not appear.\n${await this.describeScreen()}`)
      })
    for (const candidate of candidates) {
      if ((await candidate.count()) === 0) continue
      await candidate.tap({ timeout })
      return
    }
    throw new Error(`"${text}" disappeared before it could be tapped`)
  }

  async fill(selector: string, text: string) {
    await (await this.findField(selector)).fill(text, { timeout: this.session.timeout })
  }

  /** Types key by key at the end of a field. */
  async type(selector: string, text: string) {
    await (await this.findField(selector)).pressSequentially(text, { timeout: this.session.timeout })
  }

  async longPress(selector: string) {
    const box = await this.find(selector).boundingBox()
    if (!box) throw new Error(`${selector} is not on the screen`)
    const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    const devtools = await this.page.context().newCDPSession(this.page)
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] })
    await this.page.waitForTimeout(LONG_PRESS_MS)
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await devtools.detach()
  }

  async choose(label: string) {
    await this.find('#wx-picker select').selectOption({ label })
    await this.tap('.wx-picker-ok')
  }

  async text(selector?: string): Promise<string> {
    if (selector !== undefined) return this.find(selector).innerText({ timeout: this.session.timeout })
    return (await this.page.locator('body').allInnerTexts()).join('\n')
  }

  async pageText(): Promise<string> {
    return (await this.page.locator('.wx-page-box').filter({ visible: true }).allInnerTexts()).join('\n')
  }

  title(): Promise<string> {
    return this.page.title()
  }

  /** Saves a PNG of the window, or of the whole page. */
  async screenshot(path: string, fullPage = false) {
    await this.page.screenshot({ path, fullPage })
  }

  private async findField(selector: string): Promise<Locator> {
    const found = this.find(selector)
    await found.waitFor({ timeout: this.session.timeout })
    const isField = await found.evaluate((element) => /^(INPUT|TEXTAREA)$/.test(element.tagName))
    return isField ? found : found.locator('input, textarea').first()
  }
}
