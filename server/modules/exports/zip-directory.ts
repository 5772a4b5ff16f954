export interface ZipDirectoryEntry {
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
export function readZipDirectory(zip: Buffer): Map<string, ZipDirectoryEntry> | undefined {
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
export function readCompressedBytes(
  zip: Buffer,
  { headerOffset, compressedSize }: ZipDirectoryEntry,
): Buffer | undefined {
  if (zip.readUInt32LE(headerOffset) !== LOCAL) return undefined
  const from =
    headerOffset + LOCAL_BYTES + zip.readUInt16LE(headerOffset + 26) + zip.readUInt16LE(headerOffset + 28)
  const bytes = zip.subarray(from, from + compressedSize)
  return bytes.length === compressedSize ? bytes : undefined
}
