import { execFileSync } from 'node:child_process'
import { appendFileSync } from 'node:fs'
import path from 'node:path'
import { freePort } from '../free-port'
import { addressAt } from './address'
import { createOwnedFolder, postgresIdentity, startGuarded, waitUntilReady } from './guarded-process'
import { programOf } from './programs'
import type { TestPostgres } from './start-postgres'

/** Starts a streaming replica of a test's PostgreSQL. */
export async function startReplica(primary: TestPostgres): Promise<TestPostgres> {
  const owner = postgresIdentity()
  const folder = createOwnedFolder(owner)
  const data = path.join(folder, 'data')
  const from = primary.address('postgres')
  execFileSync(programOf('pg_basebackup'), ['-D', data, '-R', '-c', 'fast', '-X', 'stream', '-d', from], {
    ...owner,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const port = await freePort()
  // the last value wins; other settings are copied from the primary
  appendFileSync(
    path.join(data, 'postgresql.auto.conf'),
    `\nport = ${port}\nunix_socket_directories = '${folder}'\n`,
  )
  const server = startGuarded([programOf('postgres'), '-D', data], folder, owner)
  const address = addressAt(port)
  await waitUntilReady(address('postgres'), server.getOutput)
  return { ...primary, port, folder: data, address, stop: server.stop }
}
