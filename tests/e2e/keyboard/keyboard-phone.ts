import type { Browser, CDPSession } from 'playwright-core'
import { PATIENCE } from '../../support/patience'
import { stillness } from '../measured/settled'
import { H5Phone } from '../phone/h5-phone'
import type { Phone, Screen } from '../phone/phone'
import { ACTIONABLE, accessibleNow } from './accessible'
import { unreadable } from './reader'
import { type Stop, stopNow } from './stop'

/** So many stops no screen has. */
const MOST_STOPS = 400

/** What Space, and not Enter, is for. */
const SPACE: readonly string[] = ['radio', 'checkbox', 'switch']

const isPressed = ({ role, isField }: Stop) => ACTIONABLE.includes(role) && !isField

/** A product's link is called by its name and its price. */
const carries = ({ role, label, words }: Stop, wanted: string) =>
  words.includes(wanted) || (role === 'link' && label.startsWith(`${wanted}，`))

const gap = () => new Promise((resolve) => setTimeout(resolve, 40))

/**
 * The H5 build before somebody who has only a keyboard: Tab from thing to thing, Enter or Space on what is meant, and
 * what is typed. At each stop it is noted what she could not see there, or a reader could not say.
 */
export class KeyboardPhone implements Phone {
  readonly kind = 'h5'
  /** What was wrong at the stops, each once. */
  readonly faults = new Set<string>()
  /** The screens that were read, by their headings. */
  readonly screens: string[] = []
  private readonly looked = new Set<string>()
  private place = ''
  private last = ''

  private constructor(
    private readonly phone: H5Phone,
    private devtools: CDPSession,
  ) {}

  static async start(browser: Browser, origin: string, screen: Screen): Promise<KeyboardPhone> {
    const phone = await H5Phone.start(browser, origin, screen)
    return new KeyboardPhone(phone, await phone.page.context().newCDPSession(phone.page))
  }

  get page() {
    return this.phone.page
  }

  /** Presses keys until the focus is on what carries these words; a full round without it is one too many. */
  async tabTo(words: string, isMeant = isPressed): Promise<Stop> {
    await this.arrive()
    return this.tabOn(words, isMeant)
  }

  private async tabOn(words: string, isMeant: (stop: Stop) => boolean): Promise<Stop> {
    for (const end = Date.now() + PATIENCE; ; await gap()) {
      const { found, reached } = await this.round((stop) => isMeant(stop) && carries(stop, words))
      if (found) return found
      if (Date.now() > end)
        throw new Error(
          `Tab does not come to "${words}", but to ${reached.join(' | ')}\nThe screen says:\n${await this.text()}`,
        )
    }
  }

  async press(key: string) {
    await this.page.keyboard.press(key)
  }

  async tap(words: string) {
    const stop = await this.tabTo(words)
    await this.press(SPACE.includes(stop.role) ? 'Space' : 'Enter')
  }

  async tapTwice(words: string) {
    await this.tabTo(words)
    await this.press('Enter')
    await this.press('Enter')
  }

  async type(label: string, text: string) {
    await this.arrive()
    // of several fields of one name the next is meant
    await this.press('Tab')
    await this.tabOn(label, ({ isField }) => isField)
    await this.press('Control+A')
    await this.press('Delete')
    await this.page.keyboard.insertText(text)
  }

  /** One round over the page from where the focus is. */
  private async round(isMeant: (stop: Stop) => boolean): Promise<{ found: Stop | null; reached: string[] }> {
    const reached: string[] = []
    const seen = new Set<number>()
    let stop = await this.look()
    if (stop && isMeant(stop)) return { found: stop, reached }
    for (let wraps = 0; wraps < 2 && reached.length < MOST_STOPS; ) {
      await this.press('Tab')
      stop = await this.look()
      if (!stop) {
        wraps += 1
        continue
      }
      if (isMeant(stop)) return { found: stop, reached }
      if (seen.has(stop.id)) break
      seen.add(stop.id)
      reached.push(stop.label)
    }
    return { found: null, reached }
  }

  /** Where the focus is, and whether it can be seen and said there. */
  private async look(): Promise<Stop | null> {
    const stop = await stopNow(this.page)
    if (!stop) return null
    this.last = stop.label
    const fault = (what: string) => this.faults.add(`${this.place} "${stop.label}" (${stop.role}) ${what}`)
    for (const what of stop.faults) fault(what)
    if (stop.dialogOpen && !stop.inDialog) fault('is reached behind an open sheet')
    const once = `${this.place} ${stop.id} ${stop.label}`
    if (this.looked.has(once)) return stop
    this.looked.add(once)
    const { role, name } = await accessibleNow(this.devtools)
    if (name === '') fault('has no name')
    return { ...stop, role: stop.isField ? stop.role : stop.role || role }
  }

  /** Waits until a page that slides in has come; then the focus must be in it, or in the sheet above it. */
  private async arrive() {
    const page = await this.page.waitForFunction(() => {
      const shown = [...document.querySelectorAll('.taro_page')].filter((one) => one.checkVisibility())
      const [only] = shown
      if (!only || shown.length > 1 || !only.classList.contains('taro_page_stationed')) return null
      return only.id
    })
    const place = String(await page.jsonValue()).replace(/\?.*/, '')
    await stillness(this.page)
    await this.restOfScroll()
    const isFirst = this.place === ''
    const lost = await this.page.evaluate(() => {
      const { activeElement: at } = document
      const shown = [...document.querySelectorAll('.taro_page')].find((one) => one.checkVisibility())
      const dialog = [...document.querySelectorAll('[role="dialog"]')]
        .filter((one) => one.checkVisibility())
        .at(-1)
      if (dialog) return dialog.contains(at) ? '' : 'the focus is not in the open sheet'
      return shown?.contains(at) ? '' : 'the focus is lost'
    })
    if (lost && !isFirst) this.faults.add(`${this.place} → ${place}, after "${this.last}": ${lost}`)
    this.place = place
    await this.read()
  }

  /** The page scrolls to what is missing in steps of its own. */
  private restOfScroll() {
    return this.page.evaluate(async () => {
      const tops = () => [...document.querySelectorAll('.taro_page')].map((page) => page.scrollTop).join()
      const frame = () => new Promise((next) => requestAnimationFrame(next))
      for (let still = 0, before = tops(); still < 4; ) {
        await frame()
        still = tops() === before ? still + 1 : 0
        before = tops()
      }
    })
  }

  /** What a reader could not say of this screen; each screen once. */
  private async read() {
    const screen = await this.page.evaluate(() => {
      const shown = [...document.querySelectorAll('[role="heading"], [role="dialog"]')]
        .filter((one) => one.checkVisibility())
        .map((one) => one.getAttribute('aria-label') ?? one.textContent)
      return shown.join(' · ')
    })
    const once = `screen ${this.place} ${screen}`
    if (this.looked.has(once)) return
    this.looked.add(once)
    for (const fault of await unreadable(this.page, this.devtools)) this.faults.add(`${screen}: ${fault}`)
    this.screens.push(screen)
  }

  async open(path: string, params: Record<string, string> = {}) {
    this.place = ''
    await this.phone.open(path, params)
  }

  async restart() {
    this.place = ''
    await this.phone.restart()
    this.devtools = await this.page.context().newCDPSession(this.page)
  }

  see = (words: string, timeout?: number) => this.phone.see(words, timeout)
  seeNo = (words: string) => this.phone.seeNo(words)
  text = () => this.phone.text()
  willPhotograph = (picture: Buffer | null) => this.phone.willPhotograph(picture)
  cutNetwork = () => this.phone.cutNetwork()
  restoreNetwork = () => this.phone.restoreNetwork()
  screenshot = (file: string) => this.phone.screenshot(file)
  params = () => this.phone.params()
  copied = () => this.phone.copied()
  errors = () => this.phone.errors()
  close = () => this.phone.close()
}
