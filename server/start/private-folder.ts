import { chmodSync, existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from '../error-code'

const STICKY = 0o1000
const SETGID = 0o2000

/** What lies in a data folder, as far as it was made with the modes of its time; all else lies below these. */
const WITHIN = ['', 'kaizhang.db', 'kaizhang.db-wal', 'kaizhang.db-shm', 'secret', 'photos']

/**
 * Closes a data folder to other users of the machine, and what is written from now on. A folder with the setgid bit (`chmod
 * 2770`) is shared on purpose, by servers that run as several users: its group keeps its rights.
 */
export function keepPrivate(folder: string): void {
  if (process.platform === 'win32') return
  const { mode } = statSync(folder)
  const closed = mode & SETGID ? 0o007 : 0o077
  process.umask(closed)
  // a sticky folder, like /tmp, is everybody's and stays so
  const names = mode & STICKY ? WITHIN.slice(1) : WITHIN
  const open = names
    .map((name) => join(folder, name))
    .filter((path) => existsSync(path) && (statSync(path).mode & closed) !== 0)
  if (open.length === 0) return
  try {
    for (const path of open) chmodSync(path, statSync(path).mode & 0o7777 & ~closed)
    process.stderr.write(`Other users of this machine could read ${folder}. Now they cannot.\n`)
  } catch (error) {
    process.stderr.write(
      `Other users of this machine can read ${folder}, and this user may not change that (${codeOf(error)}). ` +
        'Let its owner run: chmod -R go-rwx on it.\n',
    )
  }
}
