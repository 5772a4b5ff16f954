import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { freePort } from '../free-port'
import { addressAt, PASSWORD, USER } from './address'
import { createOwnedFolder, postgresIdentity, startGuarded, waitUntilReady } from './guarded-process'
import { programOf } from './programs'

export interface TestBouncer {
  port: number
  address(database: string): string
  stop(): Promise<void>
}

/** Starts pgbouncer in transaction mode. `named` is its limit of prepared statements; 0 disables them. */
export async function startBouncer(postgres: { port: number }, { named = 200 } = {}): Promise<TestBouncer> {
  const program = programOf('pgbouncer')
  const owner = postgresIdentity()
  const folder = createOwnedFolder(owner)
  const port = await freePort()
  writeFileSync(path.join(folder, 'users'), `"${USER}" "${PASSWORD}"\n`)
  const ini = [
    '[databases]',
    `* = host=127.0.0.1 port=${postgres.port}`,
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
    // an idle connection would keep a test's database from being dropped
    'server_idle_timeout = 2',
  ]
  writeFileSync(path.join(folder, 'pgbouncer.ini'), ini.join('\n'))
  const server = startGuarded([program, path.join(folder, 'pgbouncer.ini')], folder, owner)
  const address = addressAt(port)
  await waitUntilReady(address('postgres'), server.getOutput)
  return { port, address, stop: server.stop }
}
