import { createHash } from 'node:crypto'
import { existsSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { lock } from 'proper-lockfile'
import { CompileError } from './compile-error'

/** Maximum wait in ms. It exceeds the age at which the lock of a killed compile is ignored. */
const TIMEOUT_MS = 15_000
const STALE_MS = 10_000
const RETRY_MS = 20

/** Resolves links in a folder's path. The folder itself need not exist. */
function realFolderPath(folder: string): string {
  if (existsSync(folder)) return realpathSync(folder)
  const resolved = path.resolve(folder)
  return path.join(realpathSync(path.dirname(resolved)), path.basename(resolved))
}

/** Path of the lock: outside of the folder, because that is published as it is. */
export const lockPath = (folder: string) =>
  path.join(
    tmpdir(),
    `kaizhang-${createHash('sha256').update(realFolderPath(folder)).digest('hex').slice(0, 16)}.lock`,
  )

async function acquireLock(folder: string, lockfilePath: string, timeoutMs: number) {
  const retries = { retries: timeoutMs / RETRY_MS, factor: 1, minTimeout: RETRY_MS, maxTimeout: RETRY_MS }
  try {
    return await lock(folder, { lockfilePath, realpath: false, stale: STALE_MS, retries })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ELOCKED') throw error
    throw new CompileError(
      'bad-folder',
      `${folder} is being written by another compile (${lockfilePath}). Nothing was changed; compile again once that is done.`,
    )
  }
}

/** Runs `write` while no other compile writes to the folder. Waits for another one up to `timeoutMs`. */
export async function withFolderLock(folder: string, write: () => void, timeoutMs = TIMEOUT_MS) {
  const release = await acquireLock(folder, lockPath(folder), timeoutMs)
  try {
    write()
  } finally {
    await release()
  }
}
