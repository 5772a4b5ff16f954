import { accessSync, constants, existsSync, lstatSync, mkdirSync, readdirSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { CompileError } from './compile-error'
import { type Marker, readMarker } from './marker-file'

const folderError = (folder: string, why: string) => new CompileError('bad-folder', `${folder} ${why}`)

export const writeError = (folder: string, error: unknown) =>
  folderError(folder, `cannot be written: ${error instanceof Error ? error.message : error}`)

/** The parent folders of a folder, with links resolved. */
function* parentsOf(folder: string): Generator<string> {
  let at = path.dirname(existsSync(folder) ? realpathSync(folder) : path.resolve(folder))
  while (!existsSync(at)) at = path.dirname(at)
  for (at = realpathSync(at); ; at = path.dirname(at)) {
    yield at
    if (at === path.dirname(at)) return
  }
}

function checkParents(folder: string) {
  for (const upper of parentsOf(folder)) {
    const mark = readMarker(upper)
    if (mark)
      throw folderError(
        folder,
        `lies in ${upper}, which holds the ${mark.target} app of the shop "${mark.slug}". Choose a folder beside it.`,
      )
  }
}

function listEntries(folder: string): string[] {
  try {
    const upper = path.dirname(path.resolve(folder))
    mkdirSync(upper, { recursive: true })
    const there = existsSync(folder)
    accessSync(there ? folder : upper, constants.W_OK)
    // a folder with nothing but version control counts as empty
    return there ? readdirSync(folder).filter((name) => name !== '.git') : []
  } catch (error) {
    throw writeError(folder, error)
  }
}

function exists(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined
  } catch {
    // the disk does not accept the name: writing reports the error
    return false
  }
}

/** Returns one of `names` that exists in the folder but is not listed in its marker. */
function findForeignFile(
  folder: string,
  ours: readonly string[],
  names: Iterable<string>,
): string | undefined {
  const listed = new Set(ours)
  for (const name of names) if (!listed.has(name) && exists(path.join(folder, name))) return name
  return undefined
}

/**
 * Throws `bad-folder` for a folder that holds anything but this shop's app, lies inside an app, or has foreign files at
 * `names`.
 */
export function checkOutputFolder(folder: string, { slug, target }: Marker, names: Iterable<string> = []) {
  checkParents(folder)
  const entries = listEntries(folder)
  if (entries.length === 0) return
  const mark = readMarker(folder)
  if (!mark)
    throw folderError(
      folder,
      'is not empty and holds nothing of this compiler. Choose another folder, or empty it.',
    )
  if (mark.slug !== slug || mark.target !== target)
    throw folderError(
      folder,
      `holds the ${mark.target} app of the shop "${mark.slug}". Choose another folder for "${slug}".`,
    )
  const foreign = mark.files && findForeignFile(folder, mark.files, names)
  if (foreign)
    throw folderError(
      folder,
      `has a ${foreign} that this compiler did not put there. Move it, then compile again.`,
    )
}
