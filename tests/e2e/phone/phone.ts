/** A phone with the app on it, whichever way it runs there. What people see and tap is the same, so the story is too. */
export interface Phone {
  /** Which build this is, for names of tests and pictures. */
  readonly kind: 'h5' | 'weapp'
  /** Opens a page as from a link: a path of `routes.ts` and its parameters. */
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
  /** What the next choice of a photo gives. */
  willPhotograph(picture: Buffer): Promise<void>
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

export interface Screen {
  width: number
  height: number
}

export const SCREENS = {
  small: { width: 320, height: 568 },
  phone: { width: 390, height: 844 },
  tablet: { width: 768, height: 1024 },
} as const satisfies Record<string, Screen>
