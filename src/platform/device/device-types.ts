/** Sharing of links on this platform. */
export interface Share {
  /** True in WeChat, where sharing requires its own button (`openType="share"`). */
  readonly byButton: boolean
  /** True if the system share sheet is available; else links are copied. */
  readonly hasSheet: boolean
  /** Shares a link, or copies it without a share sheet. */
  link(title: string, url: string): Promise<'shared' | 'copied' | 'cancelled' | 'failed'>
  /**
   * The cards that are sent from now on show how many have joined of how many can, and the server keeps that current by the activity;
   * plain cards again for `null`. Does nothing outside of WeChat.
   */
  setCurrentCard(card: CurrentCard | null): void
}

/** The activity of cards that are kept current, and what they show when they are sent. */
export interface CurrentCard {
  activityId: string
  entries: number
  limit: number
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
  /** Enter blurs the field. */
  oneLine: boolean
  onInput(value: string): void
  onBlur(): void
  /** Accessible name and state, as returned by `aria()`. */
  labels: Record<string, unknown>
}

export interface ConsentRequest<Source> {
  /** Picks, after asking for consent if needed. */
  pick(from: Source): void
  /** True if WeChat lets the user consent only by pressing its own kind of button. */
  needsConsent: boolean
  /** Set while the consent dialog is open. */
  asking?: { agree(): void; refuse(): void }
}

/** The action of each key, by the character it types, in lower case. */
export type Shortcuts = Readonly<Record<string, (() => void) | undefined>>
