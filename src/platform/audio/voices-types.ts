import type { LocalFiles } from '../storage/local-files'

/**
 * Why nothing is recorded: it was not allowed, there is no microphone, another app has it, the encoder could not be
 * loaded, or it cannot be done here.
 */
export type RecordingErrorReason = 'refused' | 'none' | 'busy' | 'offline' | 'unable'

export class RecordingError extends Error {
  constructor(readonly trouble: RecordingErrorReason) {
    super(trouble)
  }
}

/** A recording that is under way. It stops by itself after `VOICE_MS`, and when a call or another app takes the microphone. */
export interface Recording {
  stop(): void
  /** When it is over and kept on this phone: how long it is. Rejects with a `RecordingError` when nothing came of it. */
  done: Promise<{ ms: number }>
}

/** Voices on this phone, not yet on the server: MP3 on both targets. */
export interface LocalVoices extends LocalFiles {
  /** Listens, and keeps under `id` what it hears; to be called in the tap itself. `heard` gets how long it was so far. */
  record(id: string, heard: (ms: number) => void): Promise<Recording>
  /** Where people allow the microphone after they refused it; absent where only they know how. */
  openSettings?: () => void
}
