import { migrations } from '../db/migrations'
import { SetupError } from '../setup-error'

/** Throws a `SetupError` for a foreign database or one of a newer program. `about` names the database. */
export function checkLevelKnown(level: readonly string[], about: string): void {
  if (level.length === 0) throw new SetupError(`${about} holds no shops: it is not a database of Kaizhang.`)
  const unknown = level.find((name) => !(name in migrations))
  if (unknown !== undefined)
    throw new SetupError(`${about} was changed by a newer Kaizhang (${unknown}). Run this with that one.`)
}

/** Throws a `SetupError` unless exactly this program's migrations are applied. */
export function checkLevelCurrent(level: readonly string[], about: string): void {
  checkLevelKnown(level, about)
  const missing = Object.keys(migrations).find((name) => !level.includes(name))
  if (missing !== undefined)
    throw new SetupError(
      `${about} was left by an older Kaizhang (it lacks ${missing}). Start the server on it once, stop it, then try again.`,
    )
}
