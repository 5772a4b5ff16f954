import type { Page } from 'playwright-core'

/** A phone with the app on it, whichever way it runs there. What people see and tap is the same, so the story is too. */
export interface Phone {
  /** Which build this is, for names of tests and pictures. */
  readonly kind: 'h5' | 'weapp'
  /** Opens a page as from a link: an address of `config/h5-routes.ts`, or a mini-program's path, and its parameters. */
  open(path: string, params?: Record<string, string>): Promise<void>
  /** Taps what says these words. */
  tap(words: string): Promise<void>
  /** Taps twice as fast as a finger can. */
  tapTwice(words: string): Promise<void>
  /** Types into the field of this name. */
  type(label: string, text: string): Promise<void>
  /** Waits until these words are on screen. */
  see(words: string, timeout?: number): Promise<void>
  /** Waits until these words are gone. */
  seeNo(words: string): Promise<void>
  /** Everything that can be read on screen. */
  text(): Promise<string>
  /** What the next choices of a photo give; nothing where people change their mind. */
  willPhotograph(picture: Buffer | null): Promise<void>
  cutNetwork(): Promise<void>
  restoreNetwork(): Promise<void>
  /** Kills the app and starts it again where it was, with all that it kept. */
  restart(): Promise<void>
  screenshot(file: string): Promise<void>
  /** Where the app is: parameters of the page on top. */
  params(): Promise<Record<string, string>>
  /** What was copied last. */
  copied(): Promise<string>
  /** Errors that people do not see. */
  errors(): Promise<string[]>
  close(): Promise<void>
}

/** A phone that can be looked into: its window, and its line to the server. */
export interface OpenPhone extends Phone {
  /** The window it is shown in. */
  readonly page: Page
  /** Speaks to the server as whoever holds this phone. Throws when it refuses. */
  ask<Reply>(method: string, path: string, body?: object): Promise<Reply>
  /** The app loads, but no call reaches the server, until `findServer`. */
  loseServer(): Promise<void>
  findServer(): Promise<void>
  /** Whether the microphone may be used from now on, where people are asked. */
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
