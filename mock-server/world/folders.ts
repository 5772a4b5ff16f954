import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { moveToPresent } from '../seed/move-to-present'

/** The folder of the seed, which is made while the server is built. A release build replaces this constant. */
export const SEED = path.resolve(process.env.KZ_SEED_DIR ?? 'dist/demo-seed')

/** Paths of a demo world: the live copy of the seed, and the file with the server's process id. */
export interface WorldFolders {
  live: string
  pid: string
}

export const foldersIn = (dataDir: string): WorldFolders => ({
  live: path.join(dataDir, 'demo', 'live'),
  pid: path.join(dataDir, 'demo', 'pid'),
})

/** Resets the world to the seed. No process may have it open. */
export function resetWorld({ live }: WorldFolders) {
  const copy = `${live}.new`
  rmSync(copy, { recursive: true, force: true })
  cpSync(SEED, copy, { recursive: true })
  moveToPresent(copy, Date.now())
  rmSync(live, { recursive: true, force: true })
  renameSync(copy, live)
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
