import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const LOOK_AGAIN_MS = 200

/** @param {string} file */
function holderRuns(file) {
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/** Whether this process now holds the lock; one whose process is gone is taken away. @param {string} file */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (!holderRuns(file)) rmSync(file, { force: true })
    return false
  }
}

/**
 * A folder that is made once and never changed: its name says what it was made from. Those who ask at the same time wait
 * for the one who makes it; nobody sees a part of it.
 * @param {string} folder `…/<what>-<made from>` @param {(into: string) => Promise<void>} make
 */
export async function madeOnce(folder, make) {
  if (existsSync(folder)) return
  const above = path.dirname(folder)
  mkdirSync(above, { recursive: true })
  const lock = `${folder}.lock`
  while (!take(lock)) {
    await pause(LOOK_AGAIN_MS)
    if (existsSync(folder)) return
  }
  const fresh = `${folder}.new`
  try {
    if (existsSync(folder)) return
    rmSync(fresh, { recursive: true, force: true })
    await make(fresh)
    renameSync(fresh, folder)
  } finally {
    rmSync(fresh, { recursive: true, force: true })
    rmSync(lock, { force: true })
  }
}
