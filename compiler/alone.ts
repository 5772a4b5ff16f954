import { createHash } from 'node:crypto'
import { existsSync, linkSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { CompileFault } from './compile-error'

/** Writing takes a moment: whoever is at it for longer than this has come to a stop. */
const PATIENCE_MS = 15_000
const LOOK_AGAIN_MS = 20

const pause = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_AGAIN_MS)

/** The folder's own name, by whatever way it was reached; it need not be there yet. */
function realName(folder: string): string {
  if (existsSync(folder)) return realpathSync(folder)
  const whole = path.resolve(folder)
  return path.join(realpathSync(path.dirname(whole)), path.basename(whole))
}

/** Beside the processes of this machine, not in the folder, which is put up somewhere as it is. */
export const lockOf = (folder: string) =>
  path.join(
    tmpdir(),
    `kaizhang-${createHash('sha256').update(realName(folder)).digest('hex').slice(0, 16)}.lock`,
  )

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code

/** Whether the process that a lock names runs; this one asks before it has any. */
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

const link = (file: string, to: string): boolean => {
  try {
    linkSync(file, to)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** Takes away what a process left that was killed. */
function clear(lock: string) {
  const away = `${lock}.${process.pid}.old`
  try {
    renameSync(lock, away)
  } catch {
    // another one did
    return
  }
  // somebody took it just before: theirs again
  if (isHeld(away)) link(away, lock)
  rmSync(away, { force: true })
}

/** Takes it with its holder's number in it, in one step; answers whether it did. */
function take(lock: string): boolean {
  const mine = `${lock}.${process.pid}`
  writeFileSync(mine, String(process.pid))
  const taken = link(mine, lock)
  rmSync(mine, { force: true })
  if (!taken && !isHeld(lock)) clear(lock)
  return taken
}

/** Writes into a folder while no other compile does; one that does is waited for. */
export function alone(folder: string, write: () => void, patience = PATIENCE_MS): void {
  const lock = lockOf(folder)
  const begun = performance.now()
  while (!take(lock)) {
    if (performance.now() - begun > patience)
      throw new CompileFault(
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
