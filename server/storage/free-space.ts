import { statfs } from 'node:fs/promises'

async function freeBytesOf(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch {
    // the folder does not exist yet, or the file system cannot say; a failing write will show a full disk
    return Number.POSITIVE_INFINITY
  }
}

/** Returns the free bytes on the fullest of the disks that hold these folders; Infinity when unknown. */
export const getFreeSpace = async (folders: readonly string[]): Promise<number> =>
  Math.min(...(await Promise.all(folders.map(freeBytesOf))))
