import { inflateRawSync } from 'node:zlib'
import { SetupError } from '../../setup-error'
import { readCompressedBytes, readZipDirectory, type ZipDirectoryEntry } from './zip-directory'

const STORED = 0
const DEFLATED = 8

export interface ZipReader {
  has(name: string): boolean
  /** Reads one file; `undefined` when there is none. A file larger than `maxBytes` is a `SetupError`. */
  read(name: string, maxBytes: number): Buffer | undefined
}

const damagedZipError = () => new SetupError('That is no zip, or a damaged one.')

/** Runs `read`; an exception or `undefined` becomes the error for a damaged zip. */
function orThrowDamaged<T>(read: () => T | undefined): T {
  try {
    const found = read()
    if (found !== undefined) return found
  } catch (error) {
    if (error instanceof SetupError) throw error
  }
  throw damagedZipError()
}

/** Decompresses a file; output beyond the declared size is rejected. */
function decompress(zip: Buffer, entry: ZipDirectoryEntry): Buffer | undefined {
  const bytes = readCompressedBytes(zip, entry)
  const { method, size } = entry
  if (method !== STORED && method !== DEFLATED) return undefined
  const maxBytes = Math.max(1, size)
  const content = bytes && method === DEFLATED ? inflateRawSync(bytes, { maxOutputLength: maxBytes }) : bytes
  return content?.length === size ? content : undefined
}

/** Opens a zip. A file is decompressed only when it is read. */
export function openZip(bytes: Uint8Array): ZipReader {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const files = orThrowDamaged(() => readZipDirectory(zip))
  return {
    has: (name) => files.has(name),
    read(name, maxBytes) {
      const file = files.get(name)
      if (!file) return undefined
      if (file.size > maxBytes)
        throw new SetupError(`${name} is larger than it can be: ${file.size} bytes, and ${maxBytes} at most.`)
      return orThrowDamaged(() => decompress(zip, file))
    },
  }
}
