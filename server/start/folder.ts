import { randomBytes } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from '../error-code'
import { SetupError } from '../settings'

/** Makes the data folder, or says what to do when it cannot be written. */
export function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch (error) {
    throw new SetupError(
      `The data folder ${folder} cannot be written (${codeOf(error)}). ` +
        'Give this user the right to write there, or choose another folder with DATA_DIR.',
    )
  }
}

const SHORTEST = 32

/** The secret that keys are derived from: the setting, or a file that only this user can read, made at the first start. */
export function keySecret(folder: string, setting: string | undefined): string {
  if (setting !== undefined) {
    if (setting.length < SHORTEST)
      throw new SetupError(`KEY_SECRET must have at least ${SHORTEST} characters.`)
    return setting
  }
  const file = join(folder, 'secret')
  if (!existsSync(file))
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  const secret = readFileSync(file, 'utf8').trim()
  if (secret.length < SHORTEST)
    throw new SetupError(
      `The file ${file} is damaged. Restore it from a backup; without it owners' keys change.`,
    )
  return secret
}
