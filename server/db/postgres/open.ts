import { Kysely, PostgresDialect } from 'kysely'
import type { Speaking } from '../connect'
import type { Database } from '../database'
import { withRetry } from '../retry'
import type { Tables } from '../tables'
import { plainFault, versionFault } from './error-codes'
import { placeOf } from './place'
import { poolOf } from './pool'
import { probe } from './probe'
import { openReplica } from './replica'

/** Orders wait for the disk, not for us, so a few connections serve many callers. */
const CONNECTIONS = 16

/** Does something with the database at an address, and says plainly what a person has to put right. */
export async function plainly<T>(address: string, work: () => Promise<T>): Promise<T> {
  const place = placeOf(address)
  try {
    return await work()
  } catch (error) {
    throw plainFault(error, place)
  }
}

const versionOf = (number: number) => `${Math.floor(number / 10_000)}.${number % 10_000}`

/** Opens the PostgreSQL database at an address. */
export async function openPostgres(
  address: string,
  { connections = CONNECTIONS, replica: copy, tell = () => undefined }: Speaking = {},
): Promise<Database> {
  const place = placeOf(address)
  const { version, pooled, named } = await probe(address)
  const fault = versionFault(version, place)
  if (fault) throw fault
  const query = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: poolOf({ address, connections, named, pooled }) }),
  })
  const replica = copy === undefined ? undefined : openReplica(copy, connections, tell)
  const between = pooled ? ', through a pooler' : ''
  return {
    about: `PostgreSQL ${versionOf(version)}, ${place.database} at ${place.at}${between}`,
    query,
    withTx: (work, how) =>
      withRetry(() =>
        query
          .transaction()
          .setIsolationLevel(how === 'guarded' ? 'read committed' : 'serializable')
          .execute(work),
      ),
    ...(replica ? { replica } : {}),
    close: async () => {
      await replica?.close()
      await query.destroy()
    },
  }
}
