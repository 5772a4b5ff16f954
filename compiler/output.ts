import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { alone } from './alone'
import { cannotWrite, checkFolder } from './check-folder'
import type { Files } from './folder'
import { type Mark, markOf, writeMark } from './mark'

/** Lays all files into a folder that nobody looks at yet. */
function stage(fresh: string, files: Files) {
  for (const name of new Set([...files.keys()].map((file) => path.dirname(file))))
    mkdirSync(path.join(fresh, name), { recursive: true })
  for (const [name, bytes] of files) writeFileSync(path.join(fresh, name), bytes)
}

/** Pages name the other files, and so come last. */
const inOrder = (names: Iterable<string>) =>
  [...names].sort((a, b) => Number(a.endsWith('.html')) - Number(b.endsWith('.html')))

/** Takes a file of ours away, and the folders that hold nothing after that. */
function drop(folder: string, name: string) {
  rmSync(path.join(folder, name), { force: true })
  for (let above = path.dirname(name); above !== '.'; above = path.dirname(above))
    try {
      rmdirSync(path.join(folder, above))
    } catch {
      return
    }
}

/** Puts each file in its place whole. What is listed as ours is so before it is there: a stop on the way loses track of none. */
function replace(folder: string, fresh: string, files: Files, mark: Mark, stale: readonly string[]) {
  const ours = new Set([...(markOf(folder)?.files ?? []), ...files.keys()])
  writeMark(folder, mark, ours)
  for (const name of inOrder(files.keys())) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    renameSync(path.join(fresh, name), path.join(folder, name))
  }
  for (const name of stale) {
    drop(folder, name)
    ours.delete(name)
  }
  writeMark(folder, mark, ours)
}

function write(folder: string, files: Files, mark: Mark, besides: boolean) {
  checkFolder(folder, mark, files.keys())
  const turn = `${process.pid}-${randomBytes(4).toString('hex')}`
  const there = existsSync(folder)
  // inside it, so that no disk lies between
  const fresh = there ? path.join(folder, `.kaizhang-new-${turn}`) : `${folder}.new-${turn}`
  try {
    mkdirSync(fresh)
    stage(fresh, files)
    if (there) {
      const stale = besides ? [] : (markOf(folder)?.files ?? []).filter((name) => !files.has(name))
      replace(folder, fresh, files, mark, stale)
    } else {
      writeMark(fresh, mark, files.keys())
      renameSync(fresh, folder)
    }
  } catch (error) {
    throw cannotWrite(folder, error)
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

/**
 * Writes an app into its folder, whole, however many compiles go there at once. Only what is listed there as ours is replaced
 * or, where this app has it no longer, taken away; whatever else somebody keeps there stays. `besides`: these files come to
 * those of the app that is there.
 */
export function writeFolder(folder: string, files: Files, mark: Mark, besides = false): void {
  checkFolder(folder, mark)
  alone(folder, () => write(folder, files, mark, besides))
}
