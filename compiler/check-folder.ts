import { accessSync, constants, existsSync, lstatSync, mkdirSync, readdirSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { CompileFault } from './compile-error'
import { type Mark, markOf } from './mark'

const bad = (folder: string, why: string) => new CompileFault('bad-folder', `${folder} ${why}`)

export const cannotWrite = (folder: string, error: unknown) =>
  bad(folder, `cannot be written: ${error instanceof Error ? error.message : error}`)

/** The folders above a folder, as they really lie. */
function* above(folder: string): Generator<string> {
  let at = path.dirname(existsSync(folder) ? realpathSync(folder) : path.resolve(folder))
  while (!existsSync(at)) at = path.dirname(at)
  for (at = realpathSync(at); ; at = path.dirname(at)) {
    yield at
    if (at === path.dirname(at)) return
  }
}

function checkAbove(folder: string) {
  for (const upper of above(folder)) {
    const mark = markOf(upper)
    if (mark)
      throw bad(
        folder,
        `lies in ${upper}, which holds the ${mark.target} app of the shop "${mark.slug}". Choose a folder beside it.`,
      )
  }
}

function entriesOf(folder: string): string[] {
  try {
    const upper = path.dirname(path.resolve(folder))
    mkdirSync(upper, { recursive: true })
    const there = existsSync(folder)
    accessSync(there ? folder : upper, constants.W_OK)
    // a folder that is only under version control so far has nothing to lose
    return there ? readdirSync(folder).filter((name) => name !== '.git') : []
  } catch (error) {
    throw cannotWrite(folder, error)
  }
}

function isThere(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined
  } catch {
    // no name that this disk takes: writing tells why
    return false
  }
}

/** A file that is not listed as ours stands where one of these is to come. */
function foreignIn(folder: string, ours: readonly string[], names: Iterable<string>): string | undefined {
  const listed = new Set(ours)
  for (const name of names) if (!listed.has(name) && isThere(path.join(folder, name))) return name
  return undefined
}

/**
 * Refuses a folder that holds something else than this shop's app, or that lies in an app; and one where `names` would come
 * over what is not ours.
 */
export function checkFolder(folder: string, { slug, target }: Mark, names: Iterable<string> = []): void {
  checkAbove(folder)
  const entries = entriesOf(folder)
  if (entries.length === 0) return
  const mark = markOf(folder)
  if (!mark)
    throw bad(folder, 'is not empty and holds nothing of this compiler. Choose another folder, or empty it.')
  if (mark.slug !== slug || mark.target !== target)
    throw bad(
      folder,
      `holds the ${mark.target} app of the shop "${mark.slug}". Choose another folder for "${slug}".`,
    )
  const foreign = mark.files && foreignIn(folder, mark.files, names)
  if (foreign)
    throw bad(folder, `has a ${foreign} that this compiler did not put there. Move it, then compile again.`)
}
