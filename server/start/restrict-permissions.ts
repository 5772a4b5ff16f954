import { chmodSync, existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { getErrorCode } from '../error-code'

const STICKY = 0o1000
const SETGID = 0o2000

/** Entries of a data folder that earlier versions created with wider permissions; all other files lie below these. */
const ENTRIES = ['', 'kaizhang.db', 'kaizhang.db-wal', 'kaizhang.db-shm', 'secret', 'photos']

/**
 * Removes other users' access to a data folder and sets the umask for new files. With the setgid bit (`chmod 2770`) the
 * folder is shared by servers that run as several users, so its group keeps its access.
 */
export function restrictPermissions(folder: string): void {
  if (process.platform === 'win32') return
  const { mode } = statSync(folder)
  const denied = mode & SETGID ? 0o007 : 0o077
  process.umask(denied)
  // a sticky folder, like /tmp, is meant for all users and keeps its mode
  const names = mode & STICKY ? ENTRIES.slice(1) : ENTRIES
  const open = names
    .map((name) => join(folder, name))
    .filter((path) => existsSync(path) && (statSync(path).mode & denied) !== 0)
  if (open.length === 0) return
  try {
    for (const path of open) chmodSync(path, statSync(path).mode & 0o7777 & ~denied)
    process.stderr.write(`Other users of this machine could read ${folder}. Now they cannot.\n`)
  } catch (error) {
    process.stderr.write(
      `Other users of this machine can read ${folder}, and this user may not change that (${getErrorCode(error)}). ` +
        'Let its owner run: chmod -R go-rwx on it.\n',
    )
  }
}
