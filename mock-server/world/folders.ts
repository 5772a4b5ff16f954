import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Where a demo world lives: its seed, the copy that people play with, and the process that serves it. */
export interface WorldFolders {
  seed: string
  live: string
  pid: string
}

export const foldersIn = (dataDir: string): WorldFolders => ({
  seed: path.join(dataDir, 'demo', 'seed'),
  live: path.join(dataDir, 'demo', 'live'),
  pid: path.join(dataDir, 'demo', 'pid'),
})

/** Makes the seed with `make` where there is none of this day and kind; a half-made one never counts. */
export async function ensureSeed(
  folders: WorldFolders,
  stamp: string,
  make: (folder: string) => Promise<void>,
) {
  const mark = path.join(folders.seed, 'stamp')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === stamp) return
  const half = `${folders.seed}.half`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { recursive: true })
  await make(half)
  writeFileSync(path.join(half, 'stamp'), stamp)
  rmSync(folders.seed, { recursive: true, force: true })
  renameSync(half, folders.seed)
}

/** Puts the world back to its seed. Nothing may have it open. */
export function resetWorld(folders: WorldFolders) {
  rmSync(folders.live, { recursive: true, force: true })
  cpSync(folders.seed, folders.live, { recursive: true })
}

/** The process that serves the world, if it is alive. */
export function servingPid(folders: WorldFolders): number | null {
  if (!existsSync(folders.pid)) return null
  const pid = Number(readFileSync(folders.pid, 'utf8'))
  try {
    process.kill(pid, 0)
    return pid
  } catch {
    return null
  }
}
