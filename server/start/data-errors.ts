import { getErrorCode } from '../error-code'
import { SetupError } from '../setup-error'

const messages: readonly [code: RegExp, text: (folder: string) => string][] = [
  [
    /^SQLITE_(NOTADB|CORRUPT)/,
    (folder) =>
      `The database in ${folder} is damaged. Keep a copy of the folder as it is, then put back the newest backup of it.`,
  ],
  [
    /^(SQLITE_(FULL|IOERR_SHMSIZE)|ENOSPC|EDQUOT|EFBIG)$/,
    (folder) => `There is no room left on the disk of ${folder}. Free some space, then start again.`,
  ],
  [
    /^SQLITE_(BUSY|LOCKED)/,
    (folder) =>
      `Another program holds the database in ${folder} and does not let go. Stop it, or wait for it, then start again.`,
  ],
  [
    /^(SQLITE_(READONLY|CANTOPEN|IOERR)|EROFS|EACCES|EPERM|EIO)/,
    (folder) =>
      `The data in ${folder} cannot be written. Give this user the right to write there, or see whether the disk is in order.`,
  ],
]

/** Turns an error of opening the data folder into a `SetupError` that explains it; other errors are returned unchanged. */
export function explainDataError(error: unknown, folder: string): unknown {
  const code = getErrorCode(error)
  const text = messages.find(([pattern]) => pattern.test(code))?.[1]
  return text ? new SetupError(`${text(folder)} (${code})`) : error
}
