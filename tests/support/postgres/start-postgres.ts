import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { freePort } from '../free-port'
import { addressAt, PASSWORD, USER } from './address'
import { createOwnedFolder, postgresIdentity, startGuarded, waitUntilReady } from './guarded-process'
import { haltPostmaster } from './halt-postmaster'
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
