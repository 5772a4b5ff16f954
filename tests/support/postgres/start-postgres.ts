import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../free-port'
import { addressAt, PASSWORD, USER } from './address'
import { createOwnedFolder, postgresIdentity, startGuarded, waitUntilReady } from './guarded-process'
import { programOf } from './programs'

export interface TestPostgres {
  port: number
  /** Path of the data folder. */
  folder: string
  user: string
  password: string
  /** Returns the URL of a database. */
  address(database: string): string
  /** Stops the server by a fast shutdown (`SIGINT`) or a crash (`SIGKILL`) and keeps the data. */
  halt(how: 'SIGINT' | 'SIGKILL'): Promise<void>
  /** Restarts the server on the same port and data. */
  resume(): Promise<void>
  stop(): Promise<void>
}

/** Returns the state letter of a process, or undefined when there is none. */
function stateOf(pid: number): string | undefined {
  try {
    return /^State:\t(\w)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  } catch {
    return undefined
  }
}

/** A zombie counts as ended. */
const isRunning = (pid: number) => ![undefined, 'Z'].includes(stateOf(pid))

/** Ends PostgreSQL and waits for its workers, without which a restart would fail. */
async function haltPostmaster(data: string, signal: 'SIGINT' | 'SIGKILL') {
  const main = Number(readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
  // stopped, so that no worker is forked between listing them and the end
  process.kill(main, 'SIGSTOP')
  while (stateOf(main) !== 'T') await sleep(1)
  const workers = readFileSync(`/proc/${main}/task/${main}/children`, 'utf8').trim().split(' ').map(Number)
  process.kill(main, signal)
  // a stopped process receives no signal other than SIGKILL
  if (signal !== 'SIGKILL') process.kill(main, 'SIGCONT')
  const all = [main, ...workers.filter((pid) => pid > 0)]
  while (all.some(isRunning)) await sleep(20)
}

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
 * Starts a private PostgreSQL in a temporary folder on a free port of 127.0.0.1; it ends with this process.
 * `durable` enables fsync; without it the server is faster but loses data on a power cut.
 */
export async function startPostgres({ durable = false } = {}): Promise<TestPostgres> {
  const [initdb, postgres] = [programOf('initdb'), programOf('postgres')]
  const owner = postgresIdentity()
  const folder = createOwnedFolder(owner)
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
      // a collation that differs from byte order, as production servers may have
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
  const server = startGuarded([postgres, '-D', data], folder, owner)
  const address = addressAt(port)
  await waitUntilReady(address('postgres'), server.getOutput)
  return {
    port,
    folder: data,
    user: USER,
    password: PASSWORD,
    address,
    halt: (how) => haltPostmaster(data, how),
    resume: async () => {
      server.restart()
      await waitUntilReady(address('postgres'), server.getOutput)
    },
    stop: server.stop,
  }
}
