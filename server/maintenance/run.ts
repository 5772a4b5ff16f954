import { existsSync } from 'node:fs'
import { countOf } from '../modules/exports/differences'
import type { LostPlaces } from '../modules/exports/lost-files'
import { operatorCommands } from '../operator/commands'
import { readSettings, SetupError } from '../settings'
import { plainDataFault } from '../start/data-faults'
import { acceptSecret } from './accept-secret'
import { type Arguments, readArguments, typedPath } from './arguments'
import { backUp } from './backup'
import { copyDatabase } from './copy'
import type { Digest } from './digest'
import { importReport } from './import-report'
import { restore } from './restore'
import { exportToFile, importFromFile } from './take-along'

const tell = (line: string) => void process.stdout.write(`${line}\n`)

const rowsOf = (digest: Digest) =>
  Object.values(digest)
    .reduce((sum, { rows }) => sum + rows, 0)
    .toLocaleString('en')

async function copy({ value }: Arguments) {
  const { digest, about } = await copyDatabase(typedPath(value('from')), value('to'), tell)
  tell(`Copied ${rowsOf(digest)} rows: every table has the same rows, sums and content in ${about}.`)
  tell('Photos and the file "secret" are in no database: keep the same DATA_DIR, and set DATABASE_URL.')
}

async function backup({ value, since }: Arguments) {
  const folder = typedPath(value('to'))
  const previous = since === undefined ? undefined : typedPath(since)
  const settings = readSettings(process.env)
  try {
    tell(`The backup is ${await backUp(settings, { into: folder, since: previous, tell })}`)
  } catch (error) {
    throw plainDataFault(error, folder)
  }
  tell('It holds what people ordered and the secret of owners’ keys: keep it where nobody else reads it.')
}

async function restored({ value, replace }: Arguments) {
  const settings = readSettings(process.env)
  const from = typedPath(value('from'))
  try {
    const { manifest, photos, aside } = await restore(settings, { backup: from, replace, tell })
    tell(`Restored ${rowsOf(manifest.tables)} rows and ${photos} files of photos, as of ${manifest.begun}.`)
    if (aside !== undefined) tell(`What was there before is in ${aside}`)
  } catch (error) {
    throw plainDataFault(error, settings.dataDir)
  }
}

/** What of a shop's photos and voices is lost, if anything; `then` says what becomes of it. */
function tellLost({ products, look }: LostPlaces, then: string) {
  const where = [...products.map((name) => `"${name}"`), ...(look ? ['the look'] : [])]
  if (where.length > 0) tell(`Warning: photos or voices of ${where.join(', ')} are lost. ${then}`)
}

async function exported({ value }: Arguments) {
  const file = typedPath(value('to'))
  const { bytes, name, lost } = await exportToFile(readSettings(process.env), value('shop'), file)
  tell(`${name} is in ${file} (${Math.ceil(bytes / 1024).toLocaleString('en')} KB), without its orders.`)
  tellLost(lost, 'They are not in it; an import leaves them out.')
}

async function imported({ value, replace }: Arguments) {
  const outcome = await importFromFile(readSettings(process.env), typedPath(value('from')), replace)
  if ('compared' in outcome) {
    const { differences, isReplaced } = outcome.compared
    const report = importReport(outcome.compared)
    // what was asked for was not done
    if (!isReplaced && countOf(differences) > 0) throw new SetupError(report)
    return tell(report)
  }
  const { name, slug, key, products, moved, lost } = outcome.added
  tell(`${name} is here with ${products} products, at /s/${slug}.`)
  tellLost(lost, 'They were not in the file whole, and were left out; take them anew.')
  if (moved) tell('Its old address belongs to another shop here, so it has a new one.')
  tell(`Its owner’s key, which works once: ${key}`)
}

const accepted = () => acceptSecret(readSettings(process.env), tell)

const commands = {
  copy,
  backup,
  restore: restored,
  export: exported,
  import: imported,
  'accept-secret': accepted,
  ...operatorCommands,
}

/** Does what the command line says; what a person has to put right is a `SetupError`. */
export async function run(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const words = readArguments(process.argv.slice(2))
  await commands[words.command](words)
}
