import type { LocalFiles } from '../storage/local-files'

/**
 * Why a recording failed: permission refused, no microphone, microphone in use, encoder not loaded (`offline`), or not
 * supported (`unable`).
 */
export type RecordingErrorReason = 'refused' | 'none' | 'busy' | 'offline' | 'unable'

export class RecordingError extends Error {
  constructor(readonly reason: RecordingErrorReason) {
    super(reason)
  }
}

/** A recording in progress. It stops after `VOICE_MS`, and when a call or another app takes the microphone. */
export interface Recording {
  stop(): void
  /** Resolves with the duration once the recording is stored on this phone; rejects with a `RecordingError`. */
  done: Promise<{ ms: number }>
}

/** Recordings on this phone that are not uploaded yet: MP3 on both targets. */
export interface LocalVoices extends LocalFiles {
  /** Records and stores the result under `id`. Must be called in the tap handler. `onProgress` receives the duration so far. */
  record(id: string, onProgress: (ms: number) => void): Promise<Recording>
}
