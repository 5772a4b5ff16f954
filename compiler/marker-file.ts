import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Marker file: names the shop of an app's folder and lists its files. */
export const MARKER_FILE = '.kaizhang-shop.json'

export interface Marker {
  slug: string
  target: string
}

/** A marker as read; older ones list no files. */
interface StoredMarker extends Marker {
  files?: string[]
}

/** True for a relative path that stays inside the folder and has no hidden parts, because the marker is not trusted. */
const isInside = (name: unknown): name is string =>
  typeof name === 'string' &&
  name !== '' &&
  path.posix.normalize(name) === name &&
  !path.isAbsolute(name) &&
  !name.includes('\\') &&
  !name.split('/').some((segment) => segment.startsWith('.') || segment === '')

/** The marker of a folder; `undefined` when there is none. */
export function readMarker(folder: string): StoredMarker | undefined {
  try {
    const { slug, target, files } = JSON.parse(readFileSync(path.join(folder, MARKER_FILE), 'utf8'))
    if (typeof slug !== 'string' || typeof target !== 'string') return undefined
    return { slug, target, ...(Array.isArray(files) ? { files: files.filter(isInside) } : {}) }
  } catch {
    return undefined
  }
}

export function writeMarker(folder: string, { slug, target }: Marker, files: Iterable<string>): void {
  const file = path.join(folder, MARKER_FILE)
  writeFileSync(`${file}.new`, JSON.stringify({ slug, target, files: [...files].sort() }))
  renameSync(`${file}.new`, file)
}
