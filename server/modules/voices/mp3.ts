const hasMarker = (bytes: Buffer, at: number, mark: string): boolean =>
  at >= 0 && bytes.subarray(at, at + mark.length).toString('latin1') === mark

/** Reads a synchsafe integer: four bytes of seven bits each (ID3v2). */
const readSynchsafe = (bytes: Buffer, at: number): number =>
  [0, 1, 2, 3].reduce((size, k) => size * 128 + ((bytes[at + k] ?? 0) & 127), 0)

const ID3_HEAD = 10
const HAS_FOOT = 0x10

/** Offset of the first MP3 frame, after the ID3v2 tags. */
function framesStart(bytes: Buffer): number {
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
function framesEnd(bytes: Buffer): number {
  let end = bytes.length
  for (let before = beforeTag(bytes, end); before !== end; before = beforeTag(bytes, end)) end = before
  return end
}

/** The frames of an MP3 file without tags, and their duration. */
export interface Mp3Audio {
  bytes: Buffer
  ms: number
}

/** A layer III frame as its header describes it (ISO 11172-3 and 13818-3). */
interface Frame {
  bytes: number
  samples: number
  /** MPEG version, sample rate and channels, equal in all frames of a recording. */
  kind: string
  /** Offset of the audio data behind header, checksum and side information. */
  sound: number
}

const KBPS = {
  1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const
const RATES = [44_100, 48_000, 32_000]
/** Indexed by the two version bits: 2.5, reserved, 2, 1. */
const VERSIONS = [
  { kbps: KBPS[2], divide: 4, samples: 576, side: { one: 9, two: 17 } },
  undefined,
  { kbps: KBPS[2], divide: 2, samples: 576, side: { one: 9, two: 17 } },
  { kbps: KBPS[1], divide: 1, samples: 1152, side: { one: 17, two: 32 } },
] as const
const LAYER_3 = 1
const ONE_CHANNEL = 3
const RESERVED_EMPHASIS = 2

/** The frame at an offset; `undefined` when there is no valid header. */
function frameAt(bytes: Buffer, at: number): Frame | undefined {
  if (at + 4 > bytes.length) return undefined
  const head = bytes.readUInt32BE(at)
  const bits = (from: number, count: number) => (head >>> (32 - from - count)) & (2 ** count - 1)
  const version = VERSIONS[bits(11, 2)]
  const kbps = version?.kbps[bits(16, 4)]
  const rate = RATES[bits(20, 2)]
  if (bits(0, 11) !== 0x7ff || bits(13, 2) !== LAYER_3 || bits(30, 2) === RESERVED_EMPHASIS) return undefined
  // without a bit rate the length of a frame is unknown
  if (!version || !kbps || !rate) return undefined
  const perSecond = rate / version.divide
  const one = bits(24, 2) === ONE_CHANNEL
  return {
    bytes: Math.floor((version.samples / 8) * ((kbps * 1000) / perSecond)) + bits(22, 1),
    samples: version.samples,
    kind: `${bits(11, 2)} ${perSecond} ${one}`,
    sound: 4 + (bits(15, 1) ? 0 : 2) + (one ? version.side.one : version.side.two),
  }
}

/** True for the silent first frame in which encoders store information. */
function isInfoFrame(bytes: Buffer, at: number, frame: Frame): boolean {
  const marks = [at + frame.sound, at + 36].map((place) =>
    bytes.subarray(place, place + 4).toString('latin1'),
  )
  return marks[0] === 'Xing' || marks[0] === 'Info' || marks[1] === 'VBRI'
}

/** Fewer frames in a row may look valid by chance. */
const MIN_FRAMES = 3

/**
 * Reads an MP3: tags and contiguous frames of one kind. The result is built from the frames alone; a truncated last frame is
 * dropped. Returns `undefined` for anything else.
 */
export function readMp3(bytes: Buffer): Mp3Audio | undefined {
  const [start, end] = [framesStart(bytes), framesEnd(bytes)]
  const frames: Buffer[] = []
  let samples = 0
  let kind: string | undefined
  let at = start
  while (at < end) {
    const frame = frameAt(bytes, at)
    // some recorders pad with zeros
    if (!frame && bytes.subarray(at, end).every((byte) => byte === 0)) break
    if (!frame || frame.kind !== (kind ?? frame.kind)) return undefined
    if (at + frame.bytes > end) break
    if (kind !== undefined || !isInfoFrame(bytes, at, frame)) {
      frames.push(bytes.subarray(at, at + frame.bytes))
      samples += frame.samples
    }
    kind = frame.kind
    at += frame.bytes
  }
  if (frames.length < MIN_FRAMES) return undefined
  const rate = Number(kind?.split(' ')[1])
  return { bytes: Buffer.concat(frames), ms: Math.round((samples * 1000) / rate) }
}
