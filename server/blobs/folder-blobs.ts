import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { getErrorCode } from '../error-code'
import type { BlobStore } from './blob-store'

/** Names are derived from hashes. All others are rejected, so that no name can point outside the folder. */
const NAME = /^[0-9a-z][0-9a-z.-]{0,99}$/

/** Suffix of files that are being written or are in quarantine; after one hour such a file is considered abandoned. */
const TEMPORARY = '.part'
const ABANDONED_MS = 3_600_000

const temporaryName = (file: string) => `${file}.${randomBytes(6).toString('hex')}${TEMPORARY}`

/** Stores blobs as files in subfolders, which are named after the first two characters of the blob's name. */
export function createFolderBlobStore(root: string): BlobStore {
  const locate = (name: string) => {
    if (!NAME.test(name)) throw new Error('not a blob name')
    return { folder: join(root, name.slice(0, 2)), file: join(root, name.slice(0, 2), name) }
  }
  return {
    async put(name, bytes) {
      const { folder, file } = locate(name)
      await mkdir(folder, { recursive: true })
      await writeAtomically(file, bytes)
      await syncFolder(folder)
    },
    get: async (name) => orUndefined(readFile(locate(name).file)),
    size: async (name) => (await orUndefined(stat(locate(name).file)))?.size,
    async open(name, part) {
      const handle = await orUndefined(open(locate(name).file, 'r'))
      if (!handle) return undefined
      const { size } = await handle.stat()
      return { size, stream: handle.createReadStream(part) }
    },
    remove: (name) => rm(locate(name).file, { force: true }),
    quarantine: async (name) => orUndefined(quarantineFile(locate(name).file)),
    async removeAbandoned() {
      const names = await readdir(root, { recursive: true }).catch(() => [])
      for (const name of names) if (name.endsWith(TEMPORARY)) await removeIfAbandoned(join(root, name))
    },
  }
}

/** Resolves with `undefined` when the file does not exist. */
async function orUndefined<T>(opened: Promise<T>): Promise<T | undefined> {
  try {
    return await opened
  } catch (error) {
    if (getErrorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/** Writes a temporary file and renames it, so that the file is either complete or absent. */
async function writeAtomically(file: string, bytes: Uint8Array) {
  const temporary = temporaryName(file)
  try {
    await writeAndSync(temporary, bytes)
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw error
  }
}

/** Renames a file to a temporary name, from which it can be restored. */
async function quarantineFile(file: string) {
  const hidden = temporaryName(file)
  const now = new Date()
  // a fresh modification time keeps `removeAbandoned` away from it for an hour
  await utimes(file, now, now)
  await rename(file, hidden)
  return { restore: () => rename(hidden, file), discard: () => rm(hidden, { force: true }) }
}

async function writeAndSync(file: string, bytes: Uint8Array) {
  const handle = await open(file, 'wx')
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Flushes a folder: only then does a new name survive a power cut. */
async function syncFolder(folder: string) {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

async function removeIfAbandoned(file: string) {
  const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Date.now() }))
  if (mtimeMs < Date.now() - ABANDONED_MS) await rm(file, { force: true })
}
