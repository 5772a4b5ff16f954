import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const RETRY_MS = 200

/** @param {string} file */
function isHolderRunning(file) {
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/** Creates the lock; one of a process that no longer runs is removed. @param {string} file */
function tryLock(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (!isHolderRunning(file)) rmSync(file, { force: true })
    return false
  }
}

/**
 * Builds an immutable folder once; its name identifies its inputs. Concurrent callers wait for the one that builds, and the
 * folder appears only when complete.
 * @param {string} folder `…/<what>-<made from>` @param {(into: string) => Promise<void>} make
 */
export async function buildOnce(folder, make) {
  if (existsSync(folder)) return
  const parent = path.dirname(folder)
  mkdirSync(parent, { recursive: true })
  const lock = `${folder}.lock`
  while (!tryLock(lock)) {
    await pause(RETRY_MS)
    if (existsSync(folder)) return
  }
  const temporary = `${folder}.new`
  try {
    if (existsSync(folder)) return
    rmSync(temporary, { recursive: true, force: true })
    await make(temporary)
    renameSync(temporary, folder)
  } finally {
    rmSync(temporary, { recursive: true, force: true })
    rmSync(lock, { force: true })
  }
}
