import type { BlobPart } from '../../blobs/blob-store'

const RANGE = /^bytes=(\d{0,15})-(\d{0,15})$/

/**
 * The part of a file that a `Range` asks for: `undefined` for all of it, as for what is asked in ways that nobody who
 * plays a sound uses; `none` where the file has no such part.
 */
export function partOf(header: string | undefined, size: number): BlobPart | 'none' | undefined {
  const [, from = '', to = ''] = RANGE.exec(header ?? '') ?? []
  if (from === '' && to === '') return undefined
  if (from === '') {
    const last = Math.min(Number(to), size)
    return last > 0 ? { start: size - last, end: size - 1 } : 'none'
  }
  const [start, end] = [Number(from), to === '' ? size - 1 : Math.min(Number(to), size - 1)]
  if (to !== '' && Number(to) < start) return undefined
  return start < size ? { start, end } : 'none'
}
