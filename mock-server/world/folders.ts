import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Paths of a demo world: its seed, the live copy, and the file with the server's process id. */
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

/** The stamp of a complete seed; `undefined` when there is none. */
export function seedStamp(seed: string): string | undefined {
  const mark = path.join(seed, 'stamp')
  return existsSync(mark) ? readFileSync(mark, 'utf8') : undefined
}

/** Builds the seed with `make` unless it has this stamp. An interrupted build leaves no seed. */
export async function ensureSeed(seed: string, stamp: string, make: (folder: string) => Promise<void>) {
  if (seedStamp(seed) === stamp) return
  const half = `${seed}.half`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { recursive: true })
  await make(half)
  writeFileSync(path.join(half, 'stamp'), stamp)
  rmSync(seed, { recursive: true, force: true })
  renameSync(half, seed)
}

/** Resets the world to its seed. No process may have it open. */
export function resetWorld(folders: WorldFolders) {
  rmSync(folders.live, { recursive: true, force: true })
  cpSync(folders.seed, folders.live, { recursive: true })
}

/** The id of the process that serves the world; `null` when none runs. */
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
