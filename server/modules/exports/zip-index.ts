/** Where a file of a zip is, and how it is packed. */
export interface Packed {
  method: number
  /** What the zip says it is unpacked; it may lie. */
  size: number
  packed: number
  header: number
}

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const END_BYTES = 22
const ENTRY_BYTES = 46
const LOCAL_BYTES = 30
const MOST_COMMENT = 0xffff

/** Where a zip's list of its files begins to end; −1 where there is none. */
function endOf(zip: Buffer): number {
  const least = Math.max(0, zip.length - END_BYTES - MOST_COMMENT)
  for (let at = zip.length - END_BYTES; at >= least; at--) if (zip.readUInt32LE(at) === END) return at
  return -1
}

/** A zip's files by name, as its list has them; nothing is unpacked. What is no zip is `undefined`, or reads beyond its end. */
export function zipIndex(zip: Buffer): Map<string, Packed> | undefined {
  const end = endOf(zip)
  if (end < 0) return undefined
  const files = new Map<string, Packed>()
  const count = zip.readUInt16LE(end + 10)
  let at = zip.readUInt32LE(end + 16)
  for (let i = 0; i < count; i++) {
    if (zip.readUInt32LE(at) !== ENTRY) return undefined
    const nameEnd = at + ENTRY_BYTES + zip.readUInt16LE(at + 28)
    files.set(zip.toString('utf8', at + ENTRY_BYTES, nameEnd), {
      method: zip.readUInt16LE(at + 10),
      packed: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
      header: zip.readUInt32LE(at + 42),
    })
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return files
}

/** The bytes of a file as they lie in the zip; `undefined` where they do not. */
export function packedBytes(zip: Buffer, { header, packed }: Packed): Buffer | undefined {
  if (zip.readUInt32LE(header) !== LOCAL) return undefined
  const from = header + LOCAL_BYTES + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28)
  const bytes = zip.subarray(from, from + packed)
  return bytes.length === packed ? bytes : undefined
}
