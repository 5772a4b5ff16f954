import { createHash } from 'node:crypto'
import { existsSync, linkSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { CompileError } from './compile-error'

/** Maximum wait in ms. Writing an app takes far less, so a longer hold means a stuck process. */
const TIMEOUT_MS = 15_000
const RETRY_MS = 20

const pause = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS)

/** Resolves links in a folder's path. The folder itself need not exist. */
function realFolderPath(folder: string): string {
  if (existsSync(folder)) return realpathSync(folder)
  const resolved = path.resolve(folder)
  return path.join(realpathSync(path.dirname(resolved)), path.basename(resolved))
}

/** Path of the lock file: outside of the folder, because that is published as it is. */
export const lockPath = (folder: string) =>
  path.join(
    tmpdir(),
    `kaizhang-${createHash('sha256').update(realFolderPath(folder)).digest('hex').slice(0, 16)}.lock`,
  )

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code

/** True while the process of a lock runs. A lock of this process is left over from an earlier process with the same id. */
function isHeld(lock: string): boolean {
  try {
    const pid = Number(readFileSync(lock, 'utf8'))
    if (pid === process.pid) return false
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

const linkIfAbsent = (file: string, to: string): boolean => {
  try {
    linkSync(file, to)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** Removes the lock of a process that no longer runs. */
function removeStaleLock(lock: string) {
  const renamed = `${lock}.${process.pid}.old`
  try {
    renameSync(lock, renamed)
  } catch {
    // another process removed it
    return
  }
  // another process locked it meanwhile: restore that lock
  if (isHeld(renamed)) linkIfAbsent(renamed, lock)
  rmSync(renamed, { force: true })
}

/** Tries to create the lock, with this process's id in it, atomically; returns whether it succeeded. */
function tryLock(lock: string): boolean {
  const ownFile = `${lock}.${process.pid}`
  writeFileSync(ownFile, String(process.pid))
  const isLocked = linkIfAbsent(ownFile, lock)
  rmSync(ownFile, { force: true })
  if (!isLocked && !isHeld(lock)) removeStaleLock(lock)
  return isLocked
}

/** Runs `write` while no other compile writes to the folder. Waits for another one up to `timeoutMs`. */
export function withFolderLock(folder: string, write: () => void, timeoutMs = TIMEOUT_MS): void {
  const lock = lockPath(folder)
  const startedAt = performance.now()
  while (!tryLock(lock)) {
    if (performance.now() - startedAt > timeoutMs)
      throw new CompileError(
        'bad-folder',
        `${folder} is being written by another compile (${lock}). Nothing was changed; compile again once that is done.`,
      )
    pause()
  }
  try {
    write()
  } finally {
    rmSync(lock, { force: true })
  }
}
