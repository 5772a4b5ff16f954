import { inflateRawSync } from 'node:zlib'
import { SetupError } from '../../setup-error'

interface ZipDirectoryEntry {
  method: number
  /** Declared size after decompression in bytes. It is not trustworthy. */
  size: number
  compressedSize: number
  headerOffset: number
}

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const END_BYTES = 22
const ENTRY_BYTES = 46
const LOCAL_BYTES = 30
const MAX_COMMENT_BYTES = 0xffff

/** Offset of the end-of-central-directory record; −1 when there is none. */
function findEndRecord(zip: Buffer): number {
  const least = Math.max(0, zip.length - END_BYTES - MAX_COMMENT_BYTES)
  for (let at = zip.length - END_BYTES; at >= least; at--) if (zip.readUInt32LE(at) === END) return at
  return -1
}

/**
 * Reads the central directory: file name to entry. Nothing is decompressed.
 * @returns `undefined` when this is no zip. A damaged zip may also throw by reading beyond its end.
 */
function readZipDirectory(zip: Buffer): Map<string, ZipDirectoryEntry> | undefined {
  const end = findEndRecord(zip)
  if (end < 0) return undefined
  const files = new Map<string, ZipDirectoryEntry>()
  const count = zip.readUInt16LE(end + 10)
  let at = zip.readUInt32LE(end + 16)
  for (let i = 0; i < count; i++) {
    if (zip.readUInt32LE(at) !== ENTRY) return undefined
    const nameEnd = at + ENTRY_BYTES + zip.readUInt16LE(at + 28)
    files.set(zip.toString('utf8', at + ENTRY_BYTES, nameEnd), {
      method: zip.readUInt16LE(at + 10),
      compressedSize: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
      headerOffset: zip.readUInt32LE(at + 42),
    })
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return files
}

/** The compressed bytes of a file; `undefined` when they are not there. */
function readCompressedBytes(
  zip: Buffer,
  { headerOffset, compressedSize }: ZipDirectoryEntry,
): Buffer | undefined {
  if (zip.readUInt32LE(headerOffset) !== LOCAL) return undefined
  const from =
    headerOffset + LOCAL_BYTES + zip.readUInt16LE(headerOffset + 26) + zip.readUInt16LE(headerOffset + 28)
  const bytes = zip.subarray(from, from + compressedSize)
  return bytes.length === compressedSize ? bytes : undefined
}

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
