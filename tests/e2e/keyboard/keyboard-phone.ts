import type { Browser, CDPSession } from 'playwright-core'
import { WAIT_TIMEOUT_MS } from '../../support/wait-timeout'
import { waitForStillness } from '../audit/page-idle'
import { H5Phone } from '../phone/h5-phone'
import type { Phone, Screen } from '../phone/phone'
import { currentStop, type FocusStop } from './focus-stop'
import { ACTIONABLE, focusedAxNode } from './focused-node'
import { accessibilityIssues } from './screen-reader'

/** More focus stops than any screen has. */
const MOST_STOPS = 400

/** Roles operated by Space instead of Enter. */
const SPACE: readonly string[] = ['radio', 'checkbox', 'switch']

const isPressed = ({ role, isField }: FocusStop) => ACTIONABLE.includes(role) && !isField

/** True if the stop has this text; a product link's label starts with its name. */
const hasWords = ({ role, label, words }: FocusStop, wanted: string) =>
  words.includes(wanted) || (role === 'link' && label.startsWith(`${wanted}，`))

const pause = () => new Promise((resolve) => setTimeout(resolve, 40))

/** The H5 build operated by keyboard only. Every focus stop is checked for visibility and an accessible name. */
export class KeyboardPhone implements Phone {
  readonly kind = 'h5'
  /** Issues found at focus stops, without duplicates. */
  readonly issues = new Set<string>()
  /** Headings of the checked screens. */
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

  /** Presses Tab until the focus is on an element with these words; throws after a full round. */
  async tabTo(words: string, matches = isPressed): Promise<FocusStop> {
    await this.arrive()
    return this.tabOn(words, matches)
  }

  private async tabOn(words: string, matches: (stop: FocusStop) => boolean): Promise<FocusStop> {
    for (const end = Date.now() + WAIT_TIMEOUT_MS; ; await pause()) {
      const { found, reached } = await this.round((stop) => matches(stop) && hasWords(stop, words))
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

  async tap(...words: string[]) {
    for (const one of words) {
      const stop = await this.tabTo(one)
      await this.press(SPACE.includes(stop.role) ? 'Space' : 'Enter')
    }
  }

  async tapTwice(words: string) {
    await this.tabTo(words)
    await this.press('Enter')
    await this.press('Enter')
  }

  async type(label: string, text: string) {
    await this.arrive()
    // among fields of one name the next one is meant
    await this.press('Tab')
    await this.tabOn(label, ({ isField }) => isField)
    await this.press('Control+A')
    await this.press('Delete')
    await this.page.keyboard.insertText(text)
  }

  /** Tabs once around the page from the current focus. */
  private async round(
    matches: (stop: FocusStop) => boolean,
  ): Promise<{ found: FocusStop | null; reached: string[] }> {
    const reached: string[] = []
    const visited = new Set<number>()
    let stop = await this.look()
    if (stop && matches(stop)) return { found: stop, reached }
    for (let wraps = 0; wraps < 2 && reached.length < MOST_STOPS; ) {
      await this.press('Tab')
      stop = await this.look()
      if (!stop) {
        wraps += 1
        continue
      }
      if (matches(stop)) return { found: stop, reached }
      if (visited.has(stop.id)) break
      visited.add(stop.id)
      reached.push(stop.label)
    }
    return { found: null, reached }
  }

  /** Reads the focused element and records its issues. */
  private async look(): Promise<FocusStop | null> {
    const stop = await currentStop(this.page)
    if (!stop) return null
    this.last = stop.label
    const addIssue = (what: string) => this.issues.add(`${this.place} "${stop.label}" (${stop.role}) ${what}`)
    for (const what of stop.issues) addIssue(what)
    if (stop.dialogOpen && !stop.inDialog) addIssue('is reached behind an open sheet')
    const once = `${this.place} ${stop.id} ${stop.label}`
    if (this.looked.has(once)) return stop
    this.looked.add(once)
    const { role, name } = await focusedAxNode(this.devtools)
    if (name === '') addIssue('has no name')
    return { ...stop, role: stop.isField ? stop.role : stop.role || role }
  }

  /** Waits until a page transition has ended; then the focus must be in the page or in the sheet above it. */
  private async arrive() {
    const page = await this.page.waitForFunction(() => {
      const shown = [...document.querySelectorAll('.taro_page')].filter((one) => one.checkVisibility())
      const [only] = shown
      if (!only || shown.length > 1 || !only.classList.contains('taro_page_stationed')) return null
      return only.id
    })
    const place = String(await page.jsonValue()).replace(/\?.*/, '')
    await waitForStillness(this.page)
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
    if (lost && !isFirst) this.issues.add(`${this.place} → ${place}, after "${this.last}": ${lost}`)
    this.place = place
    await this.read()
  }

  /** Waits for the end of a smooth scroll to a missing field. */
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

  /** Checks the accessibility of the current screen once. */
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
    for (const addIssue of await accessibilityIssues(this.page, this.devtools))
      this.issues.add(`${screen}: ${addIssue}`)
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

  request = <Reply>(method: string, path: string, body?: object) =>
    this.phone.request<Reply>(method, path, body)

  see = (words: string, timeout?: number) => this.phone.see(words, timeout)
  seeNo = (words: string) => this.phone.seeNo(words)
  text = () => this.phone.text()
  setNextPhoto = (picture: Buffer | null) => this.phone.setNextPhoto(picture)
  cutNetwork = () => this.phone.cutNetwork()
  restoreNetwork = () => this.phone.restoreNetwork()
  screenshot = (file: string) => this.phone.screenshot(file)
  params = () => this.phone.params()
  copied = () => this.phone.copied()
  errors = () => this.phone.errors()
  close = () => this.phone.close()
}
