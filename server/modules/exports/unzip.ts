import { inflateRawSync } from 'node:zlib'
import { SetupError } from '../../settings'
import { type Packed, packedBytes, zipIndex } from './zip-index'

const STORED = 0
const DEFLATED = 8

export interface OpenZip {
  has(name: string): boolean
  /** One file, of at most so many bytes; `undefined` when there is none. A larger one is a `SetupError`. */
  read(name: string, most: number): Buffer | undefined
}

const damaged = () => new SetupError('That is no zip, or a damaged one.')

/** What reads beyond a zip's end is damage, too. */
function orDamaged<T>(read: () => T | undefined): T {
  try {
    const found = read()
    if (found !== undefined) return found
  } catch (error) {
    if (error instanceof SetupError) throw error
  }
  throw damaged()
}

/** Never more is unpacked than the zip says there is. */
function unpacked(zip: Buffer, packed: Packed): Buffer | undefined {
  const bytes = packedBytes(zip, packed)
  const { method, size } = packed
  if (method !== STORED && method !== DEFLATED) return undefined
  const most = Math.max(1, size)
  const whole = bytes && method === DEFLATED ? inflateRawSync(bytes, { maxOutputLength: most }) : bytes
  return whole?.length === size ? whole : undefined
}

/** A zip's files, each unpacked as it is asked for and no sooner. */
export function openZip(bytes: Uint8Array): OpenZip {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const files = orDamaged(() => zipIndex(zip))
  return {
    has: (name) => files.has(name),
    read(name, most) {
      const file = files.get(name)
      if (!file) return undefined
      if (file.size > most)
        throw new SetupError(`${name} is larger than it can be: ${file.size} bytes, and ${most} at most.`)
      return orDamaged(() => unpacked(zip, file))
    },
  }
}
