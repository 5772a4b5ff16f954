import type { Page } from 'playwright-core'

/** The app on a phone, as H5 or mini-program; both offer the same texts and controls, so tests are shared. */
export interface Phone {
  /** The build, used in names of tests and pictures. */
  readonly kind: 'h5' | 'weapp'
  /** Opens a page by an address of `config/h5-routes.ts` or by a mini-program path, with parameters. */
  open(path: string, params?: Record<string, string>): Promise<void>
  /** Taps the elements with these words, one after another. */
  tap(...words: string[]): Promise<void>
  /** Taps twice as fast as possible. */
  tapTwice(words: string): Promise<void>
  /** Types into the field with this label. */
  type(label: string, text: string): Promise<void>
  /** Waits until these words are on screen. */
  see(words: string, timeout?: number): Promise<void>
  /** Waits until these words are gone. */
  seeNo(words: string): Promise<void>
  /** Returns the visible text. */
  text(): Promise<string>
  /** Sets the photo that the next choice returns; `null` cancels the choice. */
  setNextPhoto(picture: Buffer | null): Promise<void>
  cutNetwork(): Promise<void>
  restoreNetwork(): Promise<void>
  /** Kills the app and restarts it on the same page with its storage. */
  restart(): Promise<void>
  screenshot(file: string): Promise<void>
  /** Returns the parameters of the current page. */
  params(): Promise<Record<string, string>>
  /** Returns the last copied text. */
  copied(): Promise<string>
  /** Returns errors that are not shown on screen. */
  errors(): Promise<string[]>
  close(): Promise<void>
}

/** A phone with access to its page and its API session. */
export interface InspectablePhone extends Phone {
  /** The page that shows the app. */
  readonly page: Page
  /** Sends an API request with the phone's session; throws on an error status. */
  request<Reply>(method: string, path: string, body?: object): Promise<Reply>
  /** Blocks API requests until `unblockApi`; the app itself still loads. */
  blockApi(): Promise<void>
  unblockApi(): Promise<void>
  /** Grants or denies the microphone. */
  allowMicrophone(allowed: boolean): Promise<void>
}

export interface Screen {
  width: number
  height: number
}

export const SCREENS = {
  small: { width: 320, height: 568 },
  phone: { width: 390, height: 844 },
  tablet: { width: 768, height: 1024 },
} as const satisfies Record<string, Screen>
