import { Kysely, PostgresDialect } from 'kysely'
import type { PostgresOptions } from '../connect'
import type { Database } from '../database'
import { withRetry } from '../retry'
import type { Tables } from '../tables'
import { checkServerVersion, explainPostgresError } from './error-codes'
import { createPool } from './pool'
import { parsePostgresUrl } from './postgres-url'
import { probeServer } from './probe'
import { openReplica } from './replica'

/** The default pool size. Transactions wait for the disk, so a few connections serve many callers. */
const DEFAULT_CONNECTIONS = 16

/** Runs `work` on the database at a URL and turns connection errors into a SetupError that explains them. */
export async function withSetupErrors<T>(address: string, work: () => Promise<T>): Promise<T> {
  const target = parsePostgresUrl(address)
  try {
    return await work()
  } catch (error) {
    throw explainPostgresError(error, target)
  }
}

const formatVersion = (number: number) => `${Math.floor(number / 10_000)}.${number % 10_000}`

/** Opens the PostgreSQL database at a URL without migrating it. */
export async function openPostgres(
  address: string,
  {
    connections = DEFAULT_CONNECTIONS,
    replica: replicaUrl,
    report = () => undefined,
    isUnlimited = false,
  }: PostgresOptions = {},
): Promise<Database> {
  const target = parsePostgresUrl(address)
  const { version, pooled, named } = await probeServer(address)
  const error = checkServerVersion(version, target)
  if (error) throw error
  const query = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: createPool({ address, connections, named, pooled, isUnlimited }) }),
  })
  const replica = replicaUrl === undefined ? undefined : openReplica(replicaUrl, connections, report)
  const suffix = pooled ? ', through a pooler' : ''
  return {
    description: `PostgreSQL ${formatVersion(version)}, ${target.database} at ${target.at}${suffix}`,
    query,
    withTx: (work) => withRetry(() => query.transaction().setIsolationLevel('read committed').execute(work)),
    withSnapshot: (read) => query.transaction().setIsolationLevel('repeatable read').execute(read),
    ...(replica ? { replica } : {}),
    close: async () => {
      await replica?.close()
      await query.destroy()
    },
  }
}
