import type { Readable } from 'node:stream'

/** A byte range from `start` to `end`, both inclusive. */
export interface BlobPart {
  start: number
  end: number
}

/** A file that is hidden from readers until it is either restored or discarded. */
export interface QuarantinedBlob {
  restore(): Promise<void>
  discard(): Promise<void>
}

export interface BlobStore {
  /** Stores a file atomically; it is flushed to disk when the promise resolves. */
  put(name: string, bytes: Uint8Array): Promise<void>
  get(name: string): Promise<Buffer | undefined>
  size(name: string): Promise<number | undefined>
  /** Opens the file, or a part of it, as a stream; `size` is that of the whole file. `undefined` when there is no such file. */
  open(name: string, part?: BlobPart): Promise<{ size: number; stream: Readable } | undefined>
  /** Removes a file; a missing file is not an error. */
  remove(name: string): Promise<void>
  /** Hides a file from readers while the caller checks whether it is still used; `undefined` when there is no such file. */
  quarantine(name: string): Promise<QuarantinedBlob | undefined>
  /** Deletes temporary files that interrupted writes left behind. */
  removeAbandoned(): Promise<void>
}
