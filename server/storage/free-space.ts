import { statfs } from 'node:fs/promises'

async function freeOn(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch {
    // a folder that is not there yet, or a file system that cannot tell: writing shows it
    return Number.POSITIVE_INFINITY
  }
}

/** The free bytes of the fullest of the disks that these folders are on. */
export const freeSpace = async (folders: readonly string[]): Promise<number> =>
  Math.min(...(await Promise.all(folders.map(freeOn))))
