import pg from 'pg'

/** The properties of a PostgreSQL server that decide how to connect to it. */
export interface ServerProbe {
  /** `server_version_num`, such as 150020 for 15.20. */
  version: number
  /** True behind a pooler (pgbouncer), where each transaction may use another connection. */
  pooled: boolean
  /** True when named prepared statements are safe: without a pooler, or with one that supports them. */
  named: boolean
}

const CONNECT_TIMEOUT_MS = 5000
const NAME = 'kaizhang_probe'

/** Returns the backend process id that the client received when connecting; a pooler sends its own number. */
const receivedPid = (client: pg.Client): unknown => Reflect.get(client, 'processID')

/**
 * Detects the server version and a pooler. A pooler that supports named statements renames them on the server; one that does
 * not would confuse the statements of different clients.
 */
export async function probeServer(address: string): Promise<ServerProbe> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: CONNECT_TIMEOUT_MS })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('begin')
    const facts = await client.query<{ pid: number; version: string }>({
      name: NAME,
      text: "select pg_backend_pid() as pid, current_setting('server_version_num') as version",
    })
    const ownNames = await client.query(`select name from pg_prepared_statements where name = '${NAME}'`)
    if (ownNames.rows.length > 0) await client.query(`deallocate ${NAME}`)
    await client.query('commit')
    const { pid, version } = facts.rows[0] ?? { pid: 0, version: '0' }
    const pooled = pid !== receivedPid(client)
    return { version: Number(version), pooled, named: !pooled || ownNames.rows.length === 0 }
  } finally {
    await client.end()
  }
}
