import type { Locator, Page } from 'playwright-core'
import { PATIENCE } from '../../support/patience'
import type { AppSession } from './app-session'
import type { DeviceSnapshot } from './device'
import type { Fields, Share } from './host-types'
import type { Recorder, RequestRecord, SetDataStats } from './recorder'
import { setDataStats } from './recorder'

const LONG_PRESS_MS = 600
const POLL_MS = 40

const squeeze = (text: string) => text.replace(/\s+/g, '')

/** A running mini-program and the person in front of it. */
export class WeappApp {
  constructor(
    readonly page: Page,
    private readonly session: AppSession,
  ) {}

  /** Taps the first visible element that says exactly this, or else contains it; dialogs come first. */
  async tapText(text: string) {
    // the title bar comes last: its title is often a button's word too
    const places = ['.wx-layer', '#wx-pages', 'body'].map((place) => this.page.locator(place))
    const options = places.flatMap((place) =>
      [true, false].map((exact) => place.getByText(text, { exact }).filter({ visible: true }).first()),
    )
    const [first, ...others] = options
    if (!first) return
    const any = others.reduce((left, right) => left.or(right), first)
    await any.first().waitFor({ timeout: PATIENCE })
    for (const option of options) {
      if ((await option.count()) === 0) continue
      await option.tap({ timeout: PATIENCE })
      return
    }
    throw new Error(`"${text}" went away before it could be tapped`)
  }

  /** The first visible element a CSS selector finds. */
  find(selector: string): Locator {
    return this.page.locator(selector).filter({ visible: true }).first()
  }

  async tap(selector: string) {
    await this.find(selector)
      .tap({ timeout: PATIENCE })
      .catch(async (error: Error) => {
        throw new Error(`${error.message}\nThe screen says:\n${await this.text()}\n${await this.troubles()}`)
      })
  }

  /** Replaces what stands in an input or textarea; the selector names the field or something around it. */
  async fill(selector: string, text: string) {
    await (await this.field(selector)).fill(text, { timeout: PATIENCE })
  }

  /** Types key by key at the end of a field, as a person does. */
  async type(selector: string, text: string) {
    await (await this.field(selector)).pressSequentially(text, { timeout: PATIENCE })
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

  /** Picks an option of the open picker, by its text, and confirms. */
  async choose(option: string) {
    await this.find('#wx-picker select').selectOption({ label: option })
    await this.tap('.wx-picker-ok')
  }

  /** Waits until the screen shows a text; spaces and line breaks do not count. */
  async waitText(text: string, timeout = PATIENCE) {
    await this.waitForText(squeeze(text), true, timeout).catch(async () => {
      throw new Error(
        `"${text}" did not appear. The screen says:\n${await this.text()}\n${await this.troubles()}`,
      )
    })
  }

  async waitGone(text: string, timeout = PATIENCE) {
    await this.waitForText(squeeze(text), false, timeout).catch(() => {
      throw new Error(`"${text}" is still on the screen`)
    })
  }

  /** Everything readable on the screen. */
  async text(): Promise<string> {
    return (await this.page.locator('body').allInnerTexts()).join('\n')
  }

  title(): Promise<string> {
    return this.page.title()
  }

  /** Routes of the open pages, the one on top last. */
  routes(): Promise<string[]> {
    return this.session.control((app) => app.routes())
  }

  /** The back button in the title bar. */
  async back() {
    await this.tap('.wx-nav__back')
  }

  /** The phone's back key, or the swipe from its edge. */
  goBack(): Promise<void> {
    return this.session.control((app) => app.back())
  }

  /** Closes every page and opens this one. */
  openPage(url: string): Promise<void> {
    return this.session.control((app, target) => app.openPage(target), url)
  }

  /** Opens this page above the one that is seen, as a link does. */
  openAbove(url: string): Promise<void> {
    return this.session.control((app, target) => app.openAbove(target), url)
  }

  /** Kills the app and starts it again with the same storage and files; temporary files are gone. */
  relaunch(url?: string): Promise<void> {
    return this.session.relaunch(url)
  }

  async setOnline(online: boolean) {
    await this.session.setOnline(online)
  }

  background(): Promise<void> {
    return this.session.control((app) => app.background())
  }

  foreground(): Promise<void> {
    return this.session.control((app) => app.foreground())
  }

  pullDown(): Promise<void> {
    return this.session.control((app) => app.pullDown())
  }

  /** Shares the page by the menu and answers the card. */
  share(): Promise<Share> {
    return this.session.control((app) => app.share() as Promise<Share>)
  }

  /** The pictures the person picks next. */
  setPhotos(photos: Buffer[]): Promise<void> {
    return this.session.set({ photos: photos.map((photo) => photo.toString('base64')) })
  }

  /** What the microphone hears from now on; nothing where the person refuses it. */
  setMicrophone(tape: Buffer | undefined): Promise<void> {
    return this.session.set({ microphone: tape?.toString('base64') ?? '' })
  }

  /** What the camera reads next. */
  setScan(scan: string): Promise<void> {
    return this.session.set({ scan })
  }

  device(): Promise<DeviceSnapshot> {
    return this.session.control((app) => app.snapshot())
  }

  async storage(): Promise<Fields> {
    const { storage } = await this.device()
    const read = (text: string) => (JSON.parse(text) as { value?: unknown }).value
    return Object.fromEntries(Object.entries(storage).map(([key, text]) => [key, read(text)]))
  }

  async album(): Promise<Buffer[]> {
    return (await this.device()).album.map((base64) => Buffer.from(base64, 'base64'))
  }

  /** Everything on record since the first start, or since `forget`. */
  record(): Promise<Recorder> {
    return this.session.record()
  }

  async errors(): Promise<string[]> {
    return (await this.record()).errors
  }

  /** Calls to the network, pictures included, with the origin the app asked for. */
  async requests(): Promise<RequestRecord[]> {
    return (await this.record()).requests
  }

  async calls(api?: string): Promise<Recorder['calls']> {
    const { calls } = await this.record()
    return api ? calls.filter((call) => call.api === api) : calls
  }

  async toasts(): Promise<string[]> {
    return (await this.record()).toasts
  }

  async shares(): Promise<Share[]> {
    return (await this.record()).shares
  }

  /** Updates of the view, of one page or all; `first` is the first of them. */
  async setDataStats(route?: string): Promise<SetDataStats> {
    const { setData } = await this.record()
    return setDataStats(route ? setData.filter((update) => update.route === route) : setData)
  }

  /** Empties the record, to measure what comes next. */
  forget(): Promise<void> {
    return this.session.forget()
  }

  async screenshot(path: string, fullPage = false) {
    await this.page.screenshot({ path, fullPage })
  }

  close(): Promise<void> {
    return this.session.close()
  }

  private async field(selector: string): Promise<Locator> {
    const found = this.page.locator(selector).filter({ visible: true }).first()
    await found.waitFor({ timeout: PATIENCE })
    const isField = await found.evaluate((element) => /^(INPUT|TEXTAREA)$/.test(element.tagName))
    return isField ? found : found.locator('input, textarea').first()
  }

  private async waitForText(wanted: string, present: boolean, timeout: number) {
    const end = Date.now() + timeout
    while (squeeze(await this.text()).includes(wanted) !== present) {
      if (Date.now() > end) throw new Error('timed out')
      await this.page.waitForTimeout(POLL_MS)
    }
  }

  private async troubles(): Promise<string> {
    const errors = await this.errors()
    return errors.length > 0 ? `Errors:\n${errors.join('\n')}` : ''
  }
}
