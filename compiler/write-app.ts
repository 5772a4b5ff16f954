import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { checkOutputFolder, writeError } from './check-output-folder'
import type { Files } from './folder'
import { withFolderLock } from './folder-lock'
import { type Marker, readMarker, writeMarker } from './marker-file'

function writeFiles(staging: string, files: Files) {
  for (const name of new Set([...files.keys()].map((file) => path.dirname(file))))
    mkdirSync(path.join(staging, name), { recursive: true })
  for (const [name, bytes] of files) writeFileSync(path.join(staging, name), bytes)
}

/** Orders pages last, because they refer to the other files. */
const inOrder = (names: Iterable<string>) =>
  [...names].sort((a, b) => Number(a.endsWith('.html')) - Number(b.endsWith('.html')))

function removeFile(folder: string, name: string) {
  rmSync(path.join(folder, name), { force: true })
  for (let above = path.dirname(name); above !== '.'; above = path.dirname(above))
    try {
      rmdirSync(path.join(folder, above))
    } catch {
      return
    }
}

/**
 * Moves each file into place atomically. The marker lists the files before they are moved, so an interruption loses track of
 * none.
 */
function replaceFiles(folder: string, staging: string, files: Files, mark: Marker, stale: readonly string[]) {
  const owned = new Set([...(readMarker(folder)?.files ?? []), ...files.keys()])
  writeMarker(folder, mark, owned)
  for (const name of inOrder(files.keys())) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    renameSync(path.join(staging, name), path.join(folder, name))
  }
  for (const name of stale) {
    removeFile(folder, name)
    owned.delete(name)
  }
  writeMarker(folder, mark, owned)
}

function write(folder: string, files: Files, mark: Marker, isAddition: boolean) {
  checkOutputFolder(folder, mark, files.keys())
  const id = `${process.pid}-${randomBytes(4).toString('hex')}`
  const exists = existsSync(folder)
  // inside the folder, so that renaming never crosses file systems
  const staging = exists ? path.join(folder, `.kaizhang-new-${id}`) : `${folder}.new-${id}`
  try {
    mkdirSync(staging)
    writeFiles(staging, files)
    if (exists) {
      const stale = isAddition ? [] : (readMarker(folder)?.files ?? []).filter((name) => !files.has(name))
      replaceFiles(folder, staging, files, mark, stale)
    } else {
      writeMarker(staging, mark, files.keys())
      renameSync(staging, folder)
    }
  } catch (error) {
    throw writeError(folder, error)
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

/**
 * Writes an app into its folder, safe against concurrent compiles. Only files listed in the marker are replaced or removed.
 * With `isAddition` the files are added to the app that is there.
 */
export async function writeApp(folder: string, files: Files, mark: Marker, isAddition = false) {
  checkOutputFolder(folder, mark)
  await withFolderLock(folder, () => write(folder, files, mark, isAddition))
}
