import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from '../error-code'
import type { BlobStore } from './blob-store'

/** Names come from hashes; anything else is refused, so that no name leaves the folder. */
const NAME = /^[0-9a-z][0-9a-z.-]{0,99}$/

/** A file that is being written, or was set aside; one that is an hour old was left by a process that ended. */
const DRAFT = '.part'
const ABANDONED_MS = 3_600_000

/** Blobs as files, in subfolders by the first two letters of their names. */
export function folderBlobs(root: string): BlobStore {
  const place = (name: string) => {
    if (!NAME.test(name)) throw new Error('not a blob name')
    return { folder: join(root, name.slice(0, 2)), file: join(root, name.slice(0, 2), name) }
  }
  const draftOf = (file: string) => `${file}.${randomBytes(6).toString('hex')}${DRAFT}`
  return {
    async put(name, bytes) {
      const { folder, file } = place(name)
      await mkdir(folder, { recursive: true })
      const draft = draftOf(file)
      try {
        await writeWhole(draft, bytes)
        await rename(draft, file)
      } catch (error) {
        await rm(draft, { force: true }).catch(() => undefined)
        throw error
      }
      await syncFolder(folder)
    },
    get: async (name) => ifThere(readFile(place(name).file)),
    size: async (name) => (await ifThere(stat(place(name).file)))?.size,
    async open(name, part) {
      const handle = await ifThere(open(place(name).file, 'r'))
      if (!handle) return undefined
      const { size } = await handle.stat()
      return { size, stream: handle.createReadStream(part) }
    },
    remove: (name) => rm(place(name).file, { force: true }),
    async setAside(name) {
      const { file } = place(name)
      const aside = draftOf(file)
      const now = new Date()
      const move = async () => {
        // `tidy` leaves it alone for an hour
        await utimes(file, now, now)
        await rename(file, aside)
        return { putBack: () => rename(aside, file), drop: () => rm(aside, { force: true }) }
      }
      return ifThere(move())
    },
    async tidy() {
      const names = await readdir(root, { recursive: true }).catch(() => [])
      for (const name of names) if (name.endsWith(DRAFT)) await dropOld(join(root, name))
    },
  }
}

async function ifThere<T>(opened: Promise<T>): Promise<T | undefined> {
  try {
    return await opened
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

async function writeWhole(file: string, bytes: Uint8Array) {
  const handle = await open(file, 'wx')
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A name is on disk when its folder is. */
async function syncFolder(folder: string) {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

async function dropOld(draft: string) {
  const { mtimeMs } = await stat(draft).catch(() => ({ mtimeMs: Date.now() }))
  if (mtimeMs < Date.now() - ABANDONED_MS) await rm(draft, { force: true })
}
