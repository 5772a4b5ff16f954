import { execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { freePort } from '../server-process'

export const INSTALL_POSTGRES = 'apt-get install -y postgresql pgbouncer'

const USER = 'kaizhang'
const PASSWORD = 'only-for-tests'
const DEBIAN = '/usr/lib/postgresql'

/** Where PostgreSQL's programs are: Debian keeps each version in a folder of its own, outside PATH. */
function programFolders(): string[] {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : []
  const debian = versions.sort((a, b) => Number(b) - Number(a)).map((version) => `${DEBIAN}/${version}/bin`)
  return [...debian, ...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/local/sbin']
}

/** The path of one of PostgreSQL's programs, or of pgbouncer. */
export function programOf(name: string): string {
  const found = programFolders()
    .map((folder) => path.join(folder, name))
    .find(existsSync)
  if (found) return found
  throw new Error(`The tests need PostgreSQL and found no ${name}. Install it:\n  ${INSTALL_POSTGRES}`)
}

interface Identity {
  uid: number
  gid: number
}

/** PostgreSQL refuses to run as root, so root runs it as Debian's user for it. */
export function runAs(): Identity | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

/** A folder that PostgreSQL's user owns. */
export function ownFolder(owner: Identity | undefined): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'kz-pg-'))
  chmodSync(folder, 0o755)
  if (owner) chownSync(folder, owner.uid, owner.gid)
  return folder
}

/**
 * Kept alive by our end of a pipe: when this process ends, however it does, the server ends and its folder goes. A line
 * on the pipe starts a server that ended again.
 */
const GUARD =
  'start() { "$@" & pid=$!; }; start "$@"; ' +
  'while read _; do wait $pid; start "$@"; done; ' +
  'kill -INT $pid 2>/dev/null; wait $pid; rm -rf "$KEPT_IN"'

interface Guarded {
  again(): void
  stop(): Promise<void>
  said(): string
}

/** Runs a program that ends when this process ends. */
export function guard(command: string[], folder: string, identity: Identity | undefined): Guarded {
  const child = spawn('sh', ['-c', GUARD, 'guard', ...command], {
    ...identity,
    cwd: folder,
    env: { ...process.env, KEPT_IN: folder },
    stdio: ['pipe', 'pipe', 'pipe'],
    // a Ctrl-C that ends the tests must not end the guard before its server
    detached: true,
  })
  let text = ''
  const hear = (part: Buffer) => {
    text = (text + part).slice(-20_000)
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.unref()
  for (const pipe of child.stdio) if (pipe instanceof Socket) pipe.unref()
  return {
    said: () => text,
    again: () => void child.stdin.write('again\n'),
    stop: async () => {
      child.ref()
      child.stdin.end()
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Waits for a server that was just started; throws what it said when it does not answer. */
export async function untilAnswers(address: string, said: () => string) {
  for (let i = 0; i < 300; i++) {
    const client = new pg.Client({ connectionString: address })
    client.on('error', () => undefined)
    const up = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end().catch(() => undefined)
    if (up) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`it did not start:\n${said()}`)
}

export interface TestPostgres {
  port: number
  /** The folder of its data. */
  folder: string
  user: string
  password: string
  /** The address of one of its databases. */
  address(database: string): string
  /** Ends it as a fast shutdown does, or as a crash (`SIGKILL`); its data stays. */
  halt(how: 'SIGINT' | 'SIGKILL'): Promise<void>
  /** Starts it on the same port and data. */
  resume(): Promise<void>
  stop(): Promise<void>
}

/** The addresses of the databases of a test's PostgreSQL, or of what stands before it. */
export const addressAt = (port: number) => (database: string) =>
  `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/${database}`

const settingsText = (port: number, folder: string, durable: boolean) =>
  [
    `port = ${port}`,
    "listen_addresses = '127.0.0.1'",
    `unix_socket_directories = '${folder}'`,
    'max_connections = 200',
    'shared_buffers = 32MB',
    `fsync = ${durable ? 'on' : 'off'}`,
    `synchronous_commit = ${durable ? 'on' : 'off'}`,
    `full_page_writes = ${durable ? 'on' : 'off'}`,
    '',
  ].join('\n')

/**
 * A private PostgreSQL in a temporary folder, on a free port of 127.0.0.1. It ends with this process at the latest.
 * `durable` keeps its promises about the disk; without it, it is quick and forgets on a power cut.
 */
export async function startPostgres({ durable = false } = {}): Promise<TestPostgres> {
  const [initdb, postgres] = [programOf('initdb'), programOf('postgres')]
  const owner = runAs()
  const folder = ownFolder(owner)
  const data = path.join(folder, 'data')
  const secret = path.join(folder, 'password')
  writeFileSync(secret, PASSWORD)
  execFileSync(
    initdb,
    [
      '-D',
      data,
      '-U',
      USER,
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      // another order of letters than that of bytes, as a server in the wild has
      '--locale-provider=icu',
      '--icu-locale=zh',
      '-A',
      'scram-sha-256',
      '--pwfile',
      secret,
      '--no-sync',
    ],
    { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const port = await freePort()
  writeFileSync(path.join(data, 'postgresql.auto.conf'), settingsText(port, folder, durable))
  const server = guard([postgres, '-D', data], folder, owner)
  const address = addressAt(port)
  await untilAnswers(address('postgres'), server.said)
  return {
    port,
    folder: data,
    user: USER,
    password: PASSWORD,
    address,
    halt: (how) => haltPostmaster(data, how),
    resume: async () => {
      server.again()
      await untilAnswers(address('postgres'), server.said)
    },
    stop: server.stop,
  }
}

/** One that ended and was not waited for yet is gone as well. */
function runs(pid: number): boolean {
  try {
    return !/^State:\tZ/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

/** Its workers notice that it is gone, and only then may another one begin. */
async function haltPostmaster(data: string, how: 'SIGINT' | 'SIGKILL') {
  const main = Number(readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
  const workers = readFileSync(`/proc/${main}/task/${main}/children`, 'utf8').trim().split(' ').map(Number)
  process.kill(main, how)
  const all = [main, ...workers.filter((pid) => pid > 0)]
  while (all.some(runs)) await new Promise((resolve) => setTimeout(resolve, 20))
}

export interface TestBouncer {
  port: number
  address(database: string): string
  stop(): Promise<void>
}

/** pgbouncer in transaction mode before a PostgreSQL. `named`: so many named statements it keeps apart; 0 for none. */
export async function startBouncer(behind: { port: number }, { named = 200 } = {}): Promise<TestBouncer> {
  const program = programOf('pgbouncer')
  const owner = runAs()
  const folder = ownFolder(owner)
  const port = await freePort()
  writeFileSync(path.join(folder, 'users'), `"${USER}" "${PASSWORD}"\n`)
  const ini = [
    '[databases]',
    `* = host=127.0.0.1 port=${behind.port}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${port}`,
    'unix_socket_dir =',
    'auth_type = scram-sha-256',
    `auth_file = ${path.join(folder, 'users')}`,
    'pool_mode = transaction',
    'default_pool_size = 8',
    'max_client_conn = 500',
    `max_prepared_statements = ${named}`,
    // a database that a test drops must not be held
    'server_idle_timeout = 2',
  ]
  writeFileSync(path.join(folder, 'pgbouncer.ini'), ini.join('\n'))
  const server = guard([program, path.join(folder, 'pgbouncer.ini')], folder, owner)
  const address = addressAt(port)
  await untilAnswers(address('postgres'), server.said)
  return { port, address, stop: server.stop }
}
