import { randomBytes } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { CompileFault } from './fault'
import type { Files } from './folder'

/** Says whose app a folder holds, so that nothing else is ever overwritten. */
const MARK = '.kaizhang-shop.json'

export interface Mark {
  slug: string
  target: string
}

function markOf(folder: string): Partial<Mark> | undefined {
  try {
    return JSON.parse(readFileSync(path.join(folder, MARK), 'utf8')) as Partial<Mark>
  } catch {
    return undefined
  }
}

/** Refuses a folder that holds something else than this shop's app. */
export function checkFolder(folder: string, { slug, target }: Mark): void {
  const bad = (why: string) => new CompileFault('bad-folder', `${folder} ${why}`)
  let entries: string[] = []
  try {
    entries = existsSync(folder) ? readdirSync(folder) : []
    const above = path.dirname(path.resolve(folder))
    mkdirSync(above, { recursive: true })
    accessSync(above, constants.W_OK)
  } catch (error) {
    throw bad(`cannot be written: ${error instanceof Error ? error.message : error}`)
  }
  if (entries.length === 0) return
  const mark = markOf(folder)
  if (!mark) throw bad('is not empty and holds nothing of this compiler. Choose another folder, or empty it.')
  if (mark.slug !== slug || mark.target !== target)
    throw bad(`holds the ${mark.target} app of the shop "${mark.slug}". Choose another folder for "${slug}".`)
}

/** Writes an app whole: whoever looks sees the one before or the new one, never a part. */
export function writeFolder(folder: string, files: Files, mark: Mark): void {
  checkFolder(folder, mark)
  const turn = `${process.pid}-${randomBytes(4).toString('hex')}`
  const [fresh, former] = [`${folder}.new-${turn}`, `${folder}.old-${turn}`]
  try {
    for (const name of new Set([...files.keys()].map((file) => path.dirname(file))))
      mkdirSync(path.join(fresh, name), { recursive: true })
    for (const [name, bytes] of files) writeFileSync(path.join(fresh, name), bytes)
    writeFileSync(path.join(fresh, MARK), JSON.stringify(mark))
    if (existsSync(folder)) renameSync(folder, former)
    renameSync(fresh, folder)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    if (existsSync(former) && !existsSync(folder)) renameSync(former, folder)
    throw new CompileFault(
      'bad-folder',
      `${folder} cannot be written: ${error instanceof Error ? error.message : error}`,
    )
  } finally {
    rmSync(former, { recursive: true, force: true })
  }
}
