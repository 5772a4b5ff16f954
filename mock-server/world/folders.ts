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

/** Builds the seed with `make` unless it has this stamp. An interrupted build leaves no seed. */
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
