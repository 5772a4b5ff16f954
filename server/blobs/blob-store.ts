import type { Readable } from 'node:stream'

/** Files by name, immutable once put. */
export interface BlobStore {
  /** Whole or not at all, and on disk when it returns. */
  put(name: string, bytes: Uint8Array): Promise<void>
  get(name: string): Promise<Buffer | undefined>
  /** The same a piece at a time, so that a reader who is slow costs little memory. */
  open(name: string): Promise<{ size: number; stream: Readable } | undefined>
  /** Removing what is not there is fine. */
  remove(name: string): Promise<void>
  /** Takes away what puts left behind that never ended. */
  tidy(): Promise<void>
}
