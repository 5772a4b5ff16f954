import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Says whose app a folder holds, and which files are of it. */
export const MARK = '.kaizhang-shop.json'

export interface Mark {
  slug: string
  target: string
}

/** A mark as it was read; one from before files were listed has none. */
interface KnownMark extends Mark {
  files?: string[]
}

/** A file's name inside its folder, whoever wrote the mark: none leads out, or to what belongs to others. */
const isInside = (name: unknown): name is string =>
  typeof name === 'string' &&
  name !== '' &&
  path.posix.normalize(name) === name &&
  !path.isAbsolute(name) &&
  !name.includes('\\') &&
  !name.split('/').some((part) => part.startsWith('.') || part === '')

/** The mark of a folder; `undefined` where there is none. */
export function markOf(folder: string): KnownMark | undefined {
  try {
    const { slug, target, files } = JSON.parse(readFileSync(path.join(folder, MARK), 'utf8'))
    if (typeof slug !== 'string' || typeof target !== 'string') return undefined
    return { slug, target, ...(Array.isArray(files) ? { files: files.filter(isInside) } : {}) }
  } catch {
    return undefined
  }
}

export function writeMark(folder: string, { slug, target }: Mark, files: Iterable<string>): void {
  const file = path.join(folder, MARK)
  writeFileSync(`${file}.new`, JSON.stringify({ slug, target, files: [...files].sort() }))
  renameSync(`${file}.new`, file)
}
