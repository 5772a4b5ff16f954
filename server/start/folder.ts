import { randomBytes } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { codeOf } from '../error-code'
import { SetupError } from '../settings'
import { keepPrivate } from './private-folder'

/** Makes the data folder, or says what to do when it cannot be written. */
export function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK)
    keepPrivate(folder)
  } catch (error) {
    throw new SetupError(
      `The data folder ${folder} cannot be written (${codeOf(error)}). ` +
        'Give this user the right to write there, or choose another folder with DATA_DIR.',
    )
  }
}

const SHORTEST = 32

/** The file in the data folder that holds the secret. */
export const SECRET = 'secret'

/** The file appears with its content or not at all, and only once, whoever else starts or dies meanwhile. */
function makeSecret(file: string) {
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  try {
    writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx', flush: true })
    linkSync(draft, file)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/** The secret that keys are derived from: the setting, or a file that only this user can read, made at the first start. */
export function keySecret(folder: string, setting: string | undefined): string {
  if (setting !== undefined) {
    if (setting.length < SHORTEST)
      throw new SetupError(`KEY_SECRET must have at least ${SHORTEST} characters.`)
    return setting
  }
  const file = join(folder, SECRET)
  if (!existsSync(file)) makeSecret(file)
  const secret = readFileSync(file, 'utf8').trim()
  if (secret.length < SHORTEST)
    throw new SetupError(
      `The file ${file} is damaged. Restore it from a backup; without it owners' keys change.`,
    )
  return secret
}
