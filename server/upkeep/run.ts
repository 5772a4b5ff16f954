import { existsSync } from 'node:fs'
import { readArguments, typedPath } from './arguments'
import { copyDatabase } from './copy'
import type { Digest } from './digest'

const tell = (line: string) => void process.stdout.write(`${line}\n`)

const rowsOf = (digest: Digest) =>
  Object.values(digest)
    .reduce((sum, { rows }) => sum + rows, 0)
    .toLocaleString('en')

/** Does what the command line says; what a person has to put right is a `SetupError`. */
export async function run(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const { value } = readArguments(process.argv.slice(2))
  const { digest, about } = await copyDatabase(typedPath(value('from')), value('to'), tell)
  tell(`Copied ${rowsOf(digest)} rows: every table has the same rows, sums and content in ${about}.`)
  tell('Photos and the file "secret" are in no database: keep the same DATA_DIR, and set DATABASE_URL.')
}
