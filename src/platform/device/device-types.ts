/** How a link is passed on here. */
export interface Share {
  /** WeChat passes on a page by its own button (`openType="share"`) and nothing else. */
  readonly byButton: boolean
  /** Whether the phone has a sheet of apps to share to; elsewhere the link is copied. */
  readonly hasSheet: boolean
  /** Passes the link on, or copies it where nothing can take it. */
  link(title: string, url: string): Promise<'shared' | 'copied' | 'cancelled' | 'failed'>
}

/** What came of reading a code: its text; a picture without one; nothing, as people changed their mind; or it cannot be done now. */
export type ScanResult = { kind: 'read'; text: string } | { kind: 'none' | 'cancelled' | 'unable' }

/** A text to type, always controlled. It is as high as what stands in it. */
export interface LinesInputProps {
  className: string
  value: string
  placeholder: string
  maxLength: number
  focus: boolean
  /** What is typed has no line breaks; Enter ends it. */
  oneLine: boolean
  onInput(value: string): void
  onBlur(): void
  /** Name and state for readers, as `aria()` makes them. */
  labels: Record<string, unknown>
}

export interface PrivacyConsent {
  /** Whether people must still agree to the privacy guide before a photo can be taken. */
  isNeeded(): Promise<boolean>
}

/** Cryptographic random bytes, where the platform has them at once. */
export type RandomBytes = (length: number) => Uint8Array
