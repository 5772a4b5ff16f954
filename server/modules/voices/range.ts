import type { BlobPart } from '../../blobs/blob-store'

const RANGE = /^bytes=(\d{0,15})-(\d{0,15})$/

/**
 * Parses a `Range` header. `undefined` means the whole file, also for forms that players do not use; `none` means that the
 * range cannot be satisfied.
 */
export function parseRange(header: string | undefined, size: number): BlobPart | 'none' | undefined {
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
