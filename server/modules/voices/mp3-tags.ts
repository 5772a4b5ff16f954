const hasMarker = (bytes: Buffer, at: number, mark: string): boolean =>
  at >= 0 && bytes.subarray(at, at + mark.length).toString('latin1') === mark

/** Reads a synchsafe integer: four bytes of seven bits each (ID3v2). */
const readSynchsafe = (bytes: Buffer, at: number): number =>
  [0, 1, 2, 3].reduce((size, k) => size * 128 + ((bytes[at + k] ?? 0) & 127), 0)

const ID3_HEAD = 10
const HAS_FOOT = 0x10

/** Offset of the first MP3 frame, after the ID3v2 tags. */
export function framesStart(bytes: Buffer): number {
  let at = 0
  while (hasMarker(bytes, at, 'ID3') && at + ID3_HEAD <= bytes.length)
    at += ID3_HEAD + readSynchsafe(bytes, at + 6) + ((bytes[at + 5] ?? 0) & HAS_FOOT ? ID3_HEAD : 0)
  return at
}

const ID3V1 = 128
const APE_FOOT = 32
const APE_HAS_HEAD = 0x80000000

/** Offset of a tag that ends at `end`; `end` itself when there is none. */
function beforeTag(bytes: Buffer, end: number): number {
  if (hasMarker(bytes, end - ID3V1, 'TAG')) return end - ID3V1
  if (hasMarker(bytes, end - APE_FOOT, 'APETAGEX')) {
    const flags = bytes.readUInt32LE(end - APE_FOOT + 20)
    const size = bytes.readUInt32LE(end - APE_FOOT + 12) + (flags & APE_HAS_HEAD ? APE_FOOT : 0)
    return size <= end ? end - size : end
  }
  return end
}

/** Offset behind the last MP3 frame, before the ID3v1 and APE tags. */
export function framesEnd(bytes: Buffer): number {
  let end = bytes.length
  for (let before = beforeTag(bytes, end); before !== end; before = beforeTag(bytes, end)) end = before
  return end
}
