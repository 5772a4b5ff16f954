/** Text-to-speech of the platform. */
export interface Speech {
  /** True if a Chinese voice exists. */
  isAvailable(): boolean
  /** Calls back when `isAvailable` changes, since voices load after the page; the returned function stops it. */
  watch(onChange: () => void): () => void
  /** Speaks a text and stops the current one. `onEnd` is called once, when it ended or was stopped. */
  say(text: string, onEnd: () => void): void
  stop(): void
}
