import {
  type CallRecord,
  type HostRecord,
  type RequestRecord,
  type SetDataRecord,
  type SetDataStats,
  summarizeSetData,
} from '../shared/record'
import type { DeviceSnapshot, Fields, Share } from '../shared/types'
import type { Mock } from './mocks'
import type { Session } from './session'

const POLL_MS = 40

const removeSpaces = (text: string) => text.replace(/\s+/g, '')
const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

/** A running mini-program. Methods that look for an element or a text wait up to the `timeout` of the launch options. */
export abstract class MiniProgram {
  protected constructor(protected readonly session: Session) {}

  /** Taps the first visible element that a CSS selector matches. A built-in such as `view` is `wx-view`. */
  abstract tap(selector: string): Promise<void>

  /** Taps the first visible element with exactly this text, or else one that contains it. Dialogs come first. */
  abstract tapText(text: string): Promise<void>

  /** Replaces the text of an `input` or `textarea`. The selector matches the field or an element around it. */
  abstract fill(selector: string, text: string): Promise<void>

  /** Selects an option of the open picker by its label and confirms the picker. */
  abstract choose(label: string): Promise<void>

  /** The visible text of the first element that matches, or of the whole screen. */
  abstract text(selector?: string): Promise<string>

  /** The visible text of the page on top, without the title bar and dialogs. */
  abstract pageText(): Promise<string>

  /** The title in the title bar. */
  abstract title(): Promise<string>

  /** Routes of all pages in app.json, including subpackages. */
  get pages(): string[] {
    return [...this.session.pages]
  }

  /** Waits until the screen shows a text. White space is ignored. */
  async waitText(text: string, timeout = this.session.timeout) {
    if (await this.pollText(text, true, timeout)) return
    throw new Error(`"${text}" did not appear.\n${await this.describeScreen()}`)
  }

  /** Waits until the screen no longer shows a text. */
  async waitGone(text: string, timeout = this.session.timeout) {
    if (await this.pollText(text, false, timeout)) return
    throw new Error(`"${text}" is still on the screen.\n${await this.describeScreen()}`)
  }

  /** The open pages with their query strings, the page on top last. */
  routes(): Promise<string[]> {
    return this.session.control((app) => app.routes())
  }

  /** Closes all pages and opens this one, as `wx.reLaunch` does. */
  openPage(url: string): Promise<void> {
    return this.session.control((app, target: string) => app.openPage(target), url)
  }

  /** Opens a page on top of the current one, as `wx.navigateTo` does. */
  navigateTo(url: string): Promise<void> {
    return this.session.control((app, target: string) => app.navigateTo(target), url)
  }

  /** Taps the back arrow in the title bar. */
  async back() {
    await this.tap('.wx-nav__back')
  }

  /** Presses the device's back key. On the first page it sends the app to the background. */
  pressBack(): Promise<void> {
    return this.session.control((app) => app.pressBack())
  }

  /** Ends the app and starts it again with the same storage and saved files. Temporary files are lost. */
  relaunch(url?: string): Promise<void> {
    return this.session.relaunch(url)
  }

  background(): Promise<void> {
    return this.session.control((app) => app.background())
  }

  foreground(): Promise<void> {
    return this.session.control((app) => app.foreground())
  }

  /** Calls `onPullDownRefresh` of the page on top. */
  pullDown(): Promise<void> {
    return this.session.control((app) => app.pullDown())
  }

  /** Shares the page by the menu and returns the card. */
  share(): Promise<Share> {
    return this.session.control((app) => app.share())
  }

  /** Replaces an API from now on. A synchronous API takes a fixed value only. */
  mock(name: string, mock: Mock): Promise<void> {
    return this.session.mock(name, mock)
  }

  /** Connects or disconnects the network. Requests under way fail. */
  setOnline(online: boolean): Promise<void> {
    return this.session.setOnline(online)
  }

  /** The images that the user picks from now on. */
  setPhotos(photos: Buffer[]): Promise<void> {
    return this.session.update({ photos: photos.map((photo) => photo.toString('base64')) })
  }

  /** The MP3 that the microphone repeats from now on; `undefined` denies the microphone. */
  setMicrophone(recording: Buffer | undefined): Promise<void> {
    return this.session.update({ microphone: recording?.toString('base64') ?? '' })
  }

  /** The result of `wx.scanCode` from now on. */
  setScan(scan: string): Promise<void> {
    return this.session.update({ scan })
  }

  /** Storage, files, clipboard and album as they are now. */
  device(): Promise<DeviceSnapshot> {
    return this.session.control((app) => app.snapshot())
  }

  /** The values in storage by key. */
  async storage(): Promise<Fields> {
    const { storage } = await this.device()
    const read = (text: string) => (JSON.parse(text) as { value?: unknown }).value
    return Object.fromEntries(Object.entries(storage).map(([key, text]) => [key, read(text)]))
  }

  /** The images that the app saved to the album. */
  async album(): Promise<Buffer[]> {
    return (await this.device()).album.map((base64) => Buffer.from(base64, 'base64'))
  }

  /** Everything recorded since the launch or the last `clearRecord`, across relaunches. */
  record(): Promise<HostRecord> {
    return this.session.record()
  }

  /** Uncaught errors of the app. */
  async errors(): Promise<string[]> {
    return (await this.record()).errors
  }

  /** Network requests, including images in Chromium, with the URL that the app asked for. */
  async requests(): Promise<RequestRecord[]> {
    return (await this.record()).requests
  }

  /** Calls of `wx` functions, of one API or of all. */
  async calls(api?: string): Promise<CallRecord[]> {
    const { calls } = await this.record()
    return api ? calls.filter((call) => call.api === api) : calls
  }

  async toasts(): Promise<string[]> {
    return (await this.record()).toasts
  }

  async shares(): Promise<Share[]> {
    return (await this.record()).shares
  }

  /** Names that the app read from `wx` and that the host does not implement. */
  async missingApis(): Promise<string[]> {
    return (await this.record()).missing
  }

  /** The `setData` updates of one route or of all, with their sizes in bytes. */
  async setDataLog(route?: string): Promise<SetDataRecord[]> {
    const { setData } = await this.record()
    return route ? setData.filter((update) => update.route === route) : setData
  }

  /** Count and sizes of the `setData` updates of one route or of all. */
  async setDataStats(route?: string): Promise<SetDataStats> {
    return summarizeSetData(await this.setDataLog(route))
  }

  /** Empties the record. */
  clearRecord(): Promise<void> {
    return this.session.clearRecord()
  }

  /** Closes the window and everything the launcher started. */
  close(): Promise<void> {
    return this.session.close()
  }

  /** The text of the screen and the errors so far, for error messages. */
  protected async describeScreen(): Promise<string> {
    const errors = await this.errors()
    const list = errors.length > 0 ? `\nErrors:\n${errors.join('\n')}` : ''
    return `The screen shows:\n${await this.text()}${list}`
  }

  private async pollText(text: string, isPresent: boolean, timeout: number): Promise<boolean> {
    const wanted = removeSpaces(text)
    for (const end = Date.now() + timeout; ; await pause(POLL_MS)) {
      if (removeSpaces(await this.text()).includes(wanted) === isPresent) return true
      if (Date.now() > end) return false
    }
  }
}
