import { execFileSync } from 'node:child_process'
import { appendFileSync } from 'node:fs'
import path from 'node:path'
import { freePort } from '../free-port'
import { addressAt } from './address'
import { guard, ownFolder, runAs, untilAnswers } from './guard'
import { programOf } from './programs'
import type { TestPostgres } from './start'

/** A streaming replica of a test's PostgreSQL, which follows it as it goes on. */
export async function startReplica(primary: TestPostgres): Promise<TestPostgres> {
  const owner = runAs()
  const folder = ownFolder(owner)
  const data = path.join(folder, 'data')
  const from = primary.address('postgres')
  execFileSync(programOf('pg_basebackup'), ['-D', data, '-R', '-c', 'fast', '-X', 'stream', '-d', from], {
    ...owner,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const port = await freePort()
  // the last one counts; the rest is as at the primary
  appendFileSync(
    path.join(data, 'postgresql.auto.conf'),
    `\nport = ${port}\nunix_socket_directories = '${folder}'\n`,
  )
  const server = guard([programOf('postgres'), '-D', data], folder, owner)
  const address = addressAt(port)
  await untilAnswers(address('postgres'), server.said)
  return { ...primary, port, folder: data, address, stop: server.stop }
}
