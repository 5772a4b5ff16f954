import type { BlobStore } from '../../blobs/blob-store'
import type { ExportedShop } from './exported-shop'

/** An export to be made, as it travels to a thread. */
export interface ExportJob {
  exported: ExportedShop
  /** Hashes of photos and voices whose files are missing. */
  missing: ReadonlySet<string>
  /** The site in whose styles the offline page is rendered. */
  site: { folder: string; html: string } | undefined
  /** The server that takes the shop's orders. */
  origin: string
  /** The descriptor of the empty file to write. */
  file: number
}

/** Reads a file of a photo or voice. */
export type ReadFile = BlobStore['get']

/** Writes an export; returns its size in bytes. An aborted signal ends it with an error. */
export type WriteExport = (job: ExportJob, get: ReadFile, signal: AbortSignal) => Promise<number>
