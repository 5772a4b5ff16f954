/** How a sound goes: where it is (seconds), and whether it is heard. */
export interface PlaybackState {
  state: 'silent' | 'loading' | 'playing' | 'failed'
  at: number
}

export type OnPlaybackChange = (heard: PlaybackState) => void

export const SILENT: PlaybackState = { state: 'silent', at: 0 }

/** Plays recordings, one at a time: what played before falls silent. Nothing is loaded before it is played. */
export interface SoundPlayer {
  /** Plays for a listener, on from where it was paused. */
  play(url: string, hear: OnPlaybackChange): void
  /** Falls silent, if it is this listener's sound that is heard. */
  pause(hear: OnPlaybackChange): void
}
