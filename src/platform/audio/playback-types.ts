/** The playback state of a sound; `at` is the position in seconds. */
export interface PlaybackState {
  state: 'silent' | 'loading' | 'playing' | 'failed'
  at: number
}

export type OnPlaybackChange = (playback: PlaybackState) => void

export const SILENT: PlaybackState = { state: 'silent', at: 0 }

/** Plays one recording at a time; starting another stops the current one. Loads nothing before playing. */
export interface SoundPlayer {
  /** Plays for a listener, from the position where it was paused. */
  play(url: string, onChange: OnPlaybackChange): void
  /** Pauses if the current sound belongs to this listener. */
  pause(onChange: OnPlaybackChange): void
}

export interface SpeechControl {
  /** True if the platform can speak. */
  isAvailable: boolean
  speaking: boolean
  /** Starts or stops speaking. */
  toggle(): void
}

export interface Narrator {
  useIsAvailable(): boolean
  /** Speaks a text; resolves when it ended or was stopped, and at once where the platform cannot speak. */
  say(text: string): Promise<void>
  stop(): void
}
