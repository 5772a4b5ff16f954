import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from '../error-code'
import type { BlobStore } from './blob-store'

/** Names come from hashes; anything else is refused, so that no name leaves the folder. */
const NAME = /^[0-9a-z][0-9a-z.-]{0,99}$/

/** Blobs as files, in subfolders by the first two letters of their names. */
export function folderBlobs(root: string): BlobStore {
  const place = (name: string) => {
    if (!NAME.test(name)) throw new Error('not a blob name')
    return { folder: join(root, name.slice(0, 2)), file: join(root, name.slice(0, 2), name) }
  }
  return {
    async put(name, bytes) {
      const { folder, file } = place(name)
      await mkdir(folder, { recursive: true })
      const draft = `${file}.${randomBytes(6).toString('hex')}.part`
      const handle = await open(draft, 'wx')
      try {
        await handle.writeFile(bytes)
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(draft, file)
    },
    async get(name) {
      try {
        return await readFile(place(name).file)
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return undefined
        throw error
      }
    },
    remove: (name) => rm(place(name).file, { force: true }),
  }
}
