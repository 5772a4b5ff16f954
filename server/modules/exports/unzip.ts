import { unzipSync } from 'fflate'
import { SetupError } from '../../settings'

/** One file of an export, unpacked, is never larger than this, nor all of them than that. */
const MOST_FILE = 16 * 1024 * 1024
const MOST_ALL = 2 * 1024 * 1024 * 1024

/** A zip's files by name; only those that are wanted are unpacked, and none that is larger than an export's can be. */
export function unzip(bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, Uint8Array> {
  let all = 0
  const filter = ({ name, originalSize }: { name: string; originalSize: number }) => {
    if (!wanted(name)) return false
    all += originalSize
    if (originalSize > MOST_FILE || all > MOST_ALL) throw new SetupError(`${name} is larger than it can be.`)
    return true
  }
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter })))
  } catch (error) {
    if (error instanceof SetupError) throw error
    throw new SetupError('That is no zip, or a damaged one.')
  }
}
