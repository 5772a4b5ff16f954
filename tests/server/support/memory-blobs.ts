import { Readable } from 'node:stream'
import type { BlobStore } from '../../../server/blobs/blob-store'

/** Creates a blob store in memory. */
export function createMemoryBlobs(): BlobStore & { names(): string[] } {
  const blobs = new Map<string, Buffer>()
  return {
    put: async (name, bytes) => {
      blobs.set(name, Buffer.from(bytes))
    },
    get: async (name) => blobs.get(name),
    size: async (name) => blobs.get(name)?.length,
    open: async (name, part) => {
      const bytes = blobs.get(name)
      const wanted = part ? bytes?.subarray(part.start, part.end + 1) : bytes
      return bytes && { size: bytes.length, stream: Readable.from([wanted]) }
    },
    remove: async (name) => {
      blobs.delete(name)
    },
    quarantine: async (name) => {
      const bytes = blobs.get(name)
      blobs.delete(name)
      return bytes && { restore: async () => void blobs.set(name, bytes), discard: async () => undefined }
    },
    removeAbandoned: async () => undefined,
    names: () => [...blobs.keys()],
  }
}
