import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { freePort } from '../free-port'
import { addressAt, PASSWORD, USER } from './address'
import { guard, ownFolder, runAs, untilAnswers } from './guard'
import { programOf } from './programs'

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
