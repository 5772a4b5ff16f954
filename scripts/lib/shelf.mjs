import { readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import path from 'node:path'

/** So many of the same kind stay; and whatever was asked for this lately, which somebody may be reading. */
const KEPT = 12
const LATELY_MS = 10 * 60_000

/** @param {string} folder */
const usedAt = (folder) => statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0

/** Takes a folder away in one step: whoever reads it finds all of it, or that it is gone. @param {string} folder */
function drop(folder) {
  const going = `${folder}.going-${process.pid}`
  try {
    renameSync(folder, going)
  } catch {
    // another one took it away
    return
  }
  rmSync(going, { recursive: true, force: true })
}

/**
 * Notes that a kept folder is used now, and takes away those of its kind that were not for the longest time.
 * @param {string} folder `…/<kind>-<made from>` @param {{ kept?: number, now?: number }} how
 */
export function keepOnShelf(folder, { kept = KEPT, now = Date.now() } = {}) {
  utimesSync(folder, now / 1000, now / 1000)
  const above = path.dirname(folder)
  const kind = path.basename(folder).slice(0, path.basename(folder).lastIndexOf('-') + 1)
  const all = readdirSync(above)
    .filter((name) => name.startsWith(kind))
    .map((name) => ({ name: path.join(above, name), used: usedAt(path.join(above, name)) }))
    .sort((a, b) => b.used - a.used)
  const whole = all.filter(({ name }) => !path.basename(name).includes('.'))
  // what a process that was killed left half made, or half taken away
  const halves = all.filter(({ name }) => path.basename(name).includes('.'))
  for (const { name, used } of [...whole.slice(kept), ...halves])
    if (used < now - LATELY_MS) {
      if (path.basename(name).includes('.')) rmSync(name, { recursive: true, force: true })
      else drop(name)
    }
}
