const says = (bytes: Buffer, at: number, mark: string): boolean =>
  at >= 0 && bytes.subarray(at, at + mark.length).toString('latin1') === mark

/** Four bytes of seven bits each; ID3 keeps the eighth free. */
const sevens = (bytes: Buffer, at: number): number =>
  [0, 1, 2, 3].reduce((size, k) => size * 128 + ((bytes[at + k] ?? 0) & 127), 0)

const ID3_HEAD = 10
const HAS_FOOT = 0x10

/** Where the frames of an MP3 begin: behind its ID3v2 tags. */
export function voiceStart(bytes: Buffer): number {
  let at = 0
  while (says(bytes, at, 'ID3') && at + ID3_HEAD <= bytes.length)
    at += ID3_HEAD + sevens(bytes, at + 6) + ((bytes[at + 5] ?? 0) & HAS_FOOT ? ID3_HEAD : 0)
  return at
}

const ID3V1 = 128
const APE_FOOT = 32
const APE_HAS_HEAD = 0x80000000

/** Where one tag at the end begins; the end itself where there is none. */
function beforeTag(bytes: Buffer, end: number): number {
  if (says(bytes, end - ID3V1, 'TAG')) return end - ID3V1
  if (says(bytes, end - APE_FOOT, 'APETAGEX')) {
    const flags = bytes.readUInt32LE(end - APE_FOOT + 20)
    const size = bytes.readUInt32LE(end - APE_FOOT + 12) + (flags & APE_HAS_HEAD ? APE_FOOT : 0)
    return size <= end ? end - size : end
  }
  return end
}

/** Where the frames of an MP3 end: before its ID3v1 and APE tags. */
export function voiceEnd(bytes: Buffer): number {
  let end = bytes.length
  for (let before = beforeTag(bytes, end); before !== end; before = beforeTag(bytes, end)) end = before
  return end
}
