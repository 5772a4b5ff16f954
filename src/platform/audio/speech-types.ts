/** How words are said aloud here. */
export interface Speech {
  /** Whether there is a voice that speaks Chinese. */
  able(): boolean
  /** Tells when `able` has changed, as voices come a while after the page; the result stops it. */
  watch(tell: () => void): () => void
  /** Says a text in place of what is being said. `onEnd` comes once, at its end or when it was stopped. */
  say(text: string, onEnd: () => void): void
  stop(): void
}
