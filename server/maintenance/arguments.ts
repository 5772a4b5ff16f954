import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { SetupError } from '../setup-error'

const COMMANDS = {
  copy: {
    options: ['from', 'to'],
    usage: 'npm run db:copy -- --from DATA_DIR_OR_FILE --to postgres://user:password@host:5432/database',
  },
  backup: { options: ['to', 'since'], usage: 'npm run db:backup -- --to FOLDER [--since PREVIOUS]' },
  export: { options: ['shop', 'to'], usage: 'npm run shop:export -- --shop SLUG --to FILE.zip' },
  import: {
    options: ['from', 'replace', 'yes'],
    usage: 'npm run shop:import -- --from FILE.zip [--replace [--yes]]',
  },
  'accept-secret': { options: [], usage: 'npm run db:accept-secret' },
  list: { options: ['search', 'json'], usage: 'npm run shop:list -- [--search NAME_SLUG_OR_PHONE] [--json]' },
  block: {
    options: ['shop', 'reason', 'tell'],
    usage: 'npm run shop:block -- --shop SLUG [--reason TEXT] [--tell TEXT_FOR_ITS_OWNER]',
  },
  unblock: { options: ['shop', 'reason'], usage: 'npm run shop:unblock -- --shop SLUG [--reason TEXT]' },
  reports: { options: ['answered', 'json'], usage: 'npm run shop:reports -- [--answered SLUG] [--json]' },
  contents: {
    options: ['pass', 'hide', 'everywhere', 'json'],
    usage: 'npm run content:waiting -- [--pass ID | --hide ID [--everywhere]] [--json]',
  },
  remove: {
    options: ['shop', 'to', 'reason', 'yes'],
    usage: 'npm run shop:remove -- --shop SLUG --to FOLDER [--reason TEXT] [--yes]',
  },
  'connect-payments': { options: ['from'], usage: 'npm run payments:connect -- --from FILE.json' },
  'connect-mini-program': { options: ['from'], usage: 'npm run wechat:connect -- --from FILE.json' },
  'grant-payments': {
    options: ['shop', 'from'],
    usage: 'npm run payments:grant -- --shop SLUG --from FILE.json',
  },
  'rotate-credentials-key': { options: [], usage: 'npm run payments:rotate-key' },
  'check-ledger': { options: [], usage: 'npm run ledger:check' },
  'new-key': { options: ['shop', 'reason'], usage: 'npm run shop:new-key -- --shop SLUG --reason TEXT' },
  appoint: {
    options: ['centre', 'name'],
    usage: 'npm run staff:appoint -- --centre DIVISION_CODE --name NAME',
  },
  'operator-link': {
    options: ['name', 'end'],
    usage: 'npm run operator:link -- --name NAME [--end]',
  },
  'check-audit': { options: [], usage: 'npm run audit:check' },
  'person-data': {
    options: ['phone', 'to', 'reason'],
    usage: 'npm run person:data -- --phone NUMBER --to FILE.json --reason TEXT',
  },
  'tax-report': {
    options: ['quarter', 'to'],
    usage: 'npm run tax:report -- --quarter 2026Q4 --to FILE.xlsx',
  },
  restore: { options: ['from', 'replace'], usage: 'npm run db:restore -- --from BACKUP [--replace]' },
} as const

type Command = keyof typeof COMMANDS

const FLAGS: readonly string[] = ['replace', 'json', 'yes', 'everywhere', 'end']

export interface Arguments {
  command: Command
  /** The value of a required option; a missing one is a `SetupError`. */
  value(name: 'from' | 'to' | 'shop' | 'reason' | 'centre' | 'name' | 'phone' | 'quarter'): string
  option(name: 'search' | 'reason' | 'tell' | 'answered' | 'pass' | 'hide'): string | undefined
  has(flag: 'json' | 'yes' | 'everywhere' | 'end'): boolean
  /** The value of `--since`, if present. */
  since: string | undefined
  replace: boolean
}

const usageError = (why: string, commands: readonly Command[] = Object.keys(COMMANDS) as Command[]) =>
  new SetupError([`${why} It is:`, ...commands.map((command) => `  ${COMMANDS[command].usage}`)].join('\n'))

/** Parses the command line. An error is a `SetupError` that shows the usage. */
export function readArguments(args: readonly string[]): Arguments {
  const [first = '', ...rest] = args
  if (!(first in COMMANDS)) throw usageError(`"${first}" is no command.`)
  const command = first as Command
  const options = COMMANDS[command].options.map((name) => [
    name,
    { type: FLAGS.includes(name) ? ('boolean' as const) : ('string' as const) },
  ])
  const values = parseOptions(rest, Object.fromEntries(options), command)
  return {
    command,
    replace: values.replace === true,
    since: typeof values.since === 'string' && values.since !== '' ? values.since : undefined,
    option(name) {
      const value = values[name]
      return typeof value === 'string' && value !== '' ? value : undefined
    },
    has: (flag) => values[flag] === true,
    value(name) {
      const value = values[name]
      if (typeof value === 'string' && value !== '') return value
      throw usageError(`--${name} is missing.`, [command])
    },
  }
}

function parseOptions(
  args: string[],
  options: Record<string, { type: 'string' | 'boolean' }>,
  command: Command,
) {
  try {
    return parseArgs({ args, options }).values
  } catch (error) {
    const why = error instanceof Error ? error.message.split('. ')[0] : ''
    throw usageError(`${why?.replace(/\.$/, '')}.`, [command])
  }
}

/** Resolves a path against the folder where the user called npm, because npm starts scripts in the project's folder. */
export const resolveUserPath = (path: string): string => resolve(process.env.INIT_CWD ?? '.', path)
