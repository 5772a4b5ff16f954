/** Sharing of links on this platform. */
export interface Share {
  /** True in WeChat, where sharing requires its own button (`openType="share"`). */
  readonly byButton: boolean
  /** True if the system share sheet is available; else links are copied. */
  readonly hasSheet: boolean
  /** Shares a link, or copies it without a share sheet. */
  link(title: string, url: string): Promise<'shared' | 'copied' | 'cancelled' | 'failed'>
}

/** The result of scanning a code: its text, no code found, cancelled, or not possible now. */
export type ScanResult = { kind: 'read'; text: string } | { kind: 'none' | 'cancelled' | 'unable' }

/** Props of a controlled multi-line input whose height follows its content. */
export interface LinesInputProps {
  className: string
  value: string
  placeholder: string
  maxLength: number
  focus: boolean
  /** Removes line breaks; Enter blurs the field. */
  oneLine: boolean
  onInput(value: string): void
  onBlur(): void
  /** Accessible name and state, as returned by `aria()`. */
  labels: Record<string, unknown>
}

export interface PrivacyConsent {
  /** Resolves to true if the user must accept the privacy guide before taking a photo. */
  isNeeded(): Promise<boolean>
}

/** Random bytes, cryptographically secure if the platform offers them synchronously. */
export type RandomBytes = (length: number) => Uint8Array
