import { randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { getErrorCode } from '../error-code'
import { SetupError } from '../setup-error'

const STICKY = 0o1000
const SETGID = 0o2000

/** Entries of a data folder that earlier versions created with wider permissions; all other files lie below these. */
const ENTRIES = ['', 'kaizhang.db', 'kaizhang.db-wal', 'kaizhang.db-shm', 'secret', 'photos']

/**
 * Removes other users' access to a data folder and sets the umask for new files. With the setgid bit (`chmod 2770`) the
 * folder is shared by servers that run as several users, so its group keeps its access.
 */
function restrictPermissions(folder: string): void {
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

/** Creates the data folder and restricts its permissions. @throws SetupError when the folder cannot be written. */
export function prepareDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK)
    restrictPermissions(folder)
  } catch (error) {
    throw new SetupError(
      `The data folder ${folder} cannot be written (${getErrorCode(error)}). ` +
        'Give this user the right to write there, or choose another folder with DATA_DIR.',
    )
  }
}

const MIN_SECRET_LENGTH = 32

/** The name of the file in the data folder that holds the secret. */
export const SECRET_FILE = 'secret'

/** Creates the secret file atomically. When several servers start at once, the first file wins. */
function createSecretFile(file: string) {
  const temporary = `${file}.${randomBytes(6).toString('hex')}`
  try {
    writeFileSync(temporary, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx', flush: true })
    linkSync(temporary, file)
  } catch (error) {
    if (getErrorCode(error) !== 'EEXIST') throw error
  } finally {
    rmSync(temporary, { force: true })
  }
}

/**
 * Returns the secret from which keys are derived: the setting, or else the content of a private file, which is created when
 * missing.
 */
export function readKeySecret(folder: string, setting: string | undefined): string {
  if (setting !== undefined) {
    if (setting.length < MIN_SECRET_LENGTH)
      throw new SetupError(`KEY_SECRET must have at least ${MIN_SECRET_LENGTH} characters.`)
    return setting
  }
  const file = join(folder, SECRET_FILE)
  if (!existsSync(file)) createSecretFile(file)
  const secret = readFileSync(file, 'utf8').trim()
  if (secret.length < MIN_SECRET_LENGTH)
    throw new SetupError(
      `The file ${file} is damaged. Restore it from a backup; without it owners' keys change.`,
    )
  return secret
}
