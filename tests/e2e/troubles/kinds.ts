import type { FailureCode } from '@/domain/failure'
import { untilHealth } from '../../faults/support/health'
import { type Place, postgresPlace, sqlitePlace } from '../../faults/support/place'
import { smallDisk } from '../../faults/support/small-disk'
import { startPostgres } from '../../support/postgres/start'
import type { ServerProcess } from '../../support/server-process'

/** Something that befalls a server, and passes. */
export interface Trouble {
  place: Place
  /** As what phones get to know it. */
  code: FailureCode
  /** What the server's log says of it: once when it begins; empty where the server itself is gone. */
  logged: string
  begin(server: ServerProcess): Promise<void>
  end(server: ServerProcess): Promise<void>
  dispose(): Promise<void>
}

const ENOUGH = 5

/** What is free inside the database's own files is taken first, by people who arrive. */
async function arriveUntilRefused(origin: string) {
  for (let refused = 0; refused < ENOUGH; ) {
    const reply = await fetch(`${origin}/api/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"provider":"device"}',
    })
    refused = reply.ok ? 0 : refused + 1
  }
}

async function fullDisk(): Promise<Trouble> {
  const disk = smallDisk(24)
  if (!disk) throw new Error('this user may not mount a small disk')
  const place = sqlitePlace(disk.folder)
  return {
    // the disk is smaller than the default reserve of free space
    place: { ...place, env: { ...place.env, STORAGE_RESERVE_MB: 'off' } },
    code: 'storage-full',
    logged: 'no room left to write',
    begin: async ({ origin }) => {
      disk.fill()
      await arriveUntilRefused(origin)
      disk.fill()
    },
    end: async ({ origin }) => {
      disk.free()
      await untilHealth(origin, 'ok')
    },
    dispose: async () => {
      await place.dispose()
      disk.dispose()
    },
  }
}

async function databaseAway(): Promise<Trouble> {
  const postgres = await startPostgres({ durable: true })
  await postgresPlace(postgres.address('postgres')).ask('create database kaizhang')
  const place = postgresPlace(postgres.address('kaizhang'))
  return {
    place,
    code: 'unavailable',
    logged: 'the database or the data folder does not answer',
    begin: () => postgres.halt('SIGINT'),
    end: async ({ origin }) => {
      await postgres.resume()
      await untilHealth(origin, 'ok')
    },
    dispose: async () => {
      await place.dispose()
      await postgres.stop()
    },
  }
}

async function serverKilled(): Promise<Trouble> {
  const place = sqlitePlace()
  return {
    place,
    code: 'unavailable',
    logged: '',
    begin: (server) => server.stop('SIGKILL'),
    end: (server) => server.restart(),
    dispose: () => place.dispose(),
  }
}

const probe = smallDisk(1)
probe?.dispose()

/** Every kind that this user can bring about: a full disk takes the right to mount a small one. */
export const TROUBLES: [name: string, bring: () => Promise<Trouble>][] = [
  ...(probe ? ([['a full disk', fullDisk]] as [string, () => Promise<Trouble>][]) : []),
  ['a database that is away', databaseAway],
  ['a killed server', serverKilled],
]
