import { Readable } from 'node:stream'
import type { BlobStore } from '../../../server/blobs/blob-store'

/** Blobs that are gone with the test. */
export function memoryBlobs(): BlobStore & { names(): string[] } {
  const blobs = new Map<string, Buffer>()
  return {
    put: async (name, bytes) => {
      blobs.set(name, Buffer.from(bytes))
    },
    get: async (name) => blobs.get(name),
    open: async (name) => {
      const bytes = blobs.get(name)
      return bytes && { size: bytes.length, stream: Readable.from([bytes]) }
    },
    remove: async (name) => {
      blobs.delete(name)
    },
    tidy: async () => undefined,
    names: () => [...blobs.keys()],
  }
}
