import type { AppDependencies } from '../dependencies'
import type { Arguments } from '../maintenance/arguments'
import { withDependencies } from '../maintenance/shop-archive'
import { readSettings } from '../settings'
import { SetupError } from '../setup-error'
import { explainDataError } from '../start/data-errors'

export const print = (line: string) => void process.stdout.write(`${line}\n`)

/** Reads `--reason` or `--tell`. @throws SetupError unless it is one printable line of at most 200 characters. */
export function readReason({ option }: Arguments, name: 'reason' | 'tell' = 'reason'): string | undefined {
  const reason = option(name)?.trim()
  if (reason === undefined) return undefined
  if (reason.length > 0 && reason.length <= 200 && !/\p{Cc}/u.test(reason)) return reason
  throw new SetupError(`--${name} must be one line of 1 to 200 characters.`)
}

/** Reads `--name`. @throws SetupError unless it is one printable line of at most 20 characters. */
export function readName(given: Arguments): string {
  const name = given.value('name').trim()
  if (name.length > 0 && name.length <= 20 && !/\p{Cc}/u.test(name)) return name
  throw new SetupError('--name must be one line of 1 to 20 characters.')
}

/** Opens the installation of the environment for a command. */
export async function withData<T>(work: (deps: AppDependencies) => Promise<T>): Promise<T> {
  const settings = readSettings(process.env)
  try {
    return await withDependencies(settings, work)
  } catch (error) {
    throw explainDataError(error, settings.dataDir)
  }
}
