import type { Readable } from 'node:stream'

/** Bytes from `start` to `end`, both of them included. */
export interface BlobPart {
  start: number
  end: number
}

/** A file that was taken out of sight, until it is either put back or dropped. */
export interface SetAside {
  putBack(): Promise<void>
  drop(): Promise<void>
}

/** Files by name, immutable once put. */
export interface BlobStore {
  /** Whole or not at all, and on disk when it returns. */
  put(name: string, bytes: Uint8Array): Promise<void>
  get(name: string): Promise<Buffer | undefined>
  size(name: string): Promise<number | undefined>
  /** The file, or a part of it, a piece at a time, so that a reader who is slow costs little memory; `size` is of the whole file. */
  open(name: string, part?: BlobPart): Promise<{ size: number; stream: Readable } | undefined>
  /** Removing what is not there is fine. */
  remove(name: string): Promise<void>
  /** Takes a file out of sight at once, for somebody to look whether it may go; nothing where there is none. */
  setAside(name: string): Promise<SetAside | undefined>
  /** Takes away what puts left behind that never ended. */
  tidy(): Promise<void>
}
