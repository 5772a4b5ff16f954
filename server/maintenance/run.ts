import { existsSync } from 'node:fs'
import { countDifferences } from '../modules/exports/differences'
import type { MissingFileLocations } from '../modules/exports/missing-files'
import { operatorCommands } from '../operator/commands'
import { readSettings } from '../settings'
import { SetupError } from '../setup-error'
import { explainDataError } from '../start/data-errors'
import { acceptSecret } from './accept-secret'
import { type Arguments, readArguments, resolveUserPath } from './arguments'
import { createBackup } from './backup/backup'
import type { Manifest } from './backup/manifest'
import { copyDatabase } from './copy/copy-database'
import { importReport } from './import-report'
import { restore } from './restore/restore'
import { exportToFile, importFromFile } from './shop-archive'

const report = (line: string) => void process.stdout.write(`${line}\n`)

const rowsOf = (tables: Manifest['tables']) =>
  Object.values(tables)
    .reduce((sum, { rows }) => sum + rows, 0)
    .toLocaleString('en')

async function copyCommand({ value }: Arguments) {
  const { digest, about } = await copyDatabase(resolveUserPath(value('from')), value('to'), report)
  report(`Copied ${rowsOf(digest)} rows: every table has the same rows, sums and content in ${about}.`)
  report('Photos and the file "secret" are in no database: keep the same DATA_DIR, and set DATABASE_URL.')
}

async function backupCommand({ value, since }: Arguments) {
  const folder = resolveUserPath(value('to'))
  const previous = since === undefined ? undefined : resolveUserPath(since)
  const settings = readSettings(process.env)
  try {
    report(`The backup is ${await createBackup(settings, { into: folder, since: previous, report })}`)
  } catch (error) {
    throw explainDataError(error, folder)
  }
  report('It holds what people ordered and the secret of owners’ keys: keep it where nobody else reads it.')
}

async function restoreCommand({ value, replace }: Arguments) {
  const settings = readSettings(process.env)
  const from = resolveUserPath(value('from'))
  try {
    const { manifest, photos, aside } = await restore(settings, { backup: from, replace, report })
    report(`Restored ${rowsOf(manifest.tables)} rows and ${photos} files of photos, as of ${manifest.begun}.`)
    if (aside !== undefined) report(`What was there before is in ${aside}`)
  } catch (error) {
    throw explainDataError(error, settings.dataDir)
  }
}

/** Warns about missing photo and voice files; `then` describes the consequence. */
function reportMissingFiles({ products, look }: MissingFileLocations, then: string) {
  const where = [...products.map((name) => `"${name}"`), ...(look ? ['the look'] : [])]
  if (where.length > 0) report(`Warning: photos or voices of ${where.join(', ')} are lost. ${then}`)
}

async function exportCommand({ value }: Arguments) {
  const file = resolveUserPath(value('to'))
  const { bytes, name, missing } = await exportToFile(readSettings(process.env), value('shop'), file)
  report(`${name} is in ${file} (${Math.ceil(bytes / 1024).toLocaleString('en')} KB), without its orders.`)
  reportMissingFiles(missing, 'They are not in it; an import leaves them out.')
}

async function importCommand({ value, replace, has }: Arguments) {
  const mode = { replace, isConfirmed: has('yes') }
  const outcome = await importFromFile(readSettings(process.env), resolveUserPath(value('from')), mode)
  if ('compared' in outcome) {
    const { differences, isReplaced } = outcome.compared
    const message = importReport(outcome.compared)
    // nothing was imported, so the command fails
    if (!isReplaced && countDifferences(differences) > 0) throw new SetupError(message)
    return report(message)
  }
  const { name, slug, key, products, moved, missing } = outcome.added
  report(`${name} is here with ${products} products, at /s/${slug}.`)
  reportMissingFiles(missing, 'They were not in the file whole, and were left out; take them anew.')
  if (moved) report('Its old address belongs to another shop here, so it has a new one.')
  report(`Its owner’s key, which works once: ${key}`)
}

const acceptSecretCommand = () => acceptSecret(readSettings(process.env), report)

const commands = {
  copy: copyCommand,
  backup: backupCommand,
  restore: restoreCommand,
  export: exportCommand,
  import: importCommand,
  'accept-secret': acceptSecretCommand,
  ...operatorCommands,
}

/** Runs a maintenance command. An error that the user can correct is a `SetupError`. */
export async function run(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const args = readArguments(process.argv.slice(2))
  await commands[args.command](args)
}
