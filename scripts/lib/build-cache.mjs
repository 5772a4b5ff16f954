import { readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import path from 'node:path'

/** Number of builds of one kind to keep. Recently used ones also stay, because a process may be reading them. */
const MAX_KEPT = 12
const RECENTLY_MS = 10 * 60_000

/** @param {string} folder */
const lastUsedAt = (folder) => statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0

/** Removes a folder atomically: a reader finds all of it or nothing. @param {string} folder */
function removeAtomically(folder) {
  const removed = `${folder}.going-${process.pid}`
  try {
    renameSync(folder, removed)
  } catch {
    // another process removed it
    return
  }
  rmSync(removed, { recursive: true, force: true })
}

/**
 * Marks a build as used now and removes the least recently used builds of its kind.
 * @param {string} folder `…/<kind>-<made from>` @param {{ maxKept?: number, now?: number }} options
 */
export function keepInBuildCache(folder, { maxKept = MAX_KEPT, now = Date.now() } = {}) {
  utimesSync(folder, now / 1000, now / 1000)
  const parent = path.dirname(folder)
  const kind = path.basename(folder).slice(0, path.basename(folder).lastIndexOf('-') + 1)
  const builds = readdirSync(parent)
    .filter((name) => name.startsWith(kind))
    .map((name) => ({ name: path.join(parent, name), used: lastUsedAt(path.join(parent, name)) }))
    .sort((a, b) => b.used - a.used)
  const complete = builds.filter(({ name }) => !path.basename(name).includes('.'))
  // left by killed processes
  const unfinished = builds.filter(({ name }) => path.basename(name).includes('.'))
  for (const { name, used } of [...complete.slice(maxKept), ...unfinished])
    if (used < now - RECENTLY_MS) {
      if (path.basename(name).includes('.')) rmSync(name, { recursive: true, force: true })
      else removeAtomically(name)
    }
}
