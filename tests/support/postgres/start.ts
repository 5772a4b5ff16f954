import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { freePort } from '../free-port'
import { addressAt, PASSWORD, USER } from './address'
import { guard, ownFolder, runAs, untilAnswers } from './guard'
import { haltPostmaster } from './halt'
import { programOf } from './programs'

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
