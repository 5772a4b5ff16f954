import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { lock } from 'proper-lockfile'

const RETRY_MS = 200

/** A lock that was not renewed for so long, in ms, is of a killed process. Type checks block its renewal for some seconds. */
const STALE_MS = 60_000

/**
 * Builds an immutable folder once; its name identifies its inputs. Concurrent callers wait for the one that builds, and the
 * folder appears only when complete.
 * @param {string} folder `…/<what>-<made from>` @param {(into: string) => Promise<void>} make
 */
export async function buildOnce(folder, make) {
  if (existsSync(folder)) return
  mkdirSync(path.dirname(folder), { recursive: true })
  const release = await lock(folder, {
    realpath: false,
    stale: STALE_MS,
    update: 5000,
    retries: { forever: true, factor: 1, minTimeout: RETRY_MS, maxTimeout: RETRY_MS },
  })
  const temporary = `${folder}.new`
  try {
    if (existsSync(folder)) return
    rmSync(temporary, { recursive: true, force: true })
    await make(temporary)
    renameSync(temporary, folder)
  } finally {
    rmSync(temporary, { recursive: true, force: true })
    await release()
  }
}
