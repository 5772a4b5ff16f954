import pg from 'pg'

export interface Probed {
  /** As PostgreSQL numbers itself: 150020 for 15.20. */
  version: number
  /** Something stands between (pgbouncer): each transaction may meet another connection. */
  pooled: boolean
  /** Statements may be prepared under names: nothing stands between, or what does keeps names apart. */
  named: boolean
}

const PATIENCE_MS = 5000
const NAME = 'kaizhang_probe'

/** The database's process that the client was told of; a pooler tells a number of its own. */
const toldPid = (client: pg.Client): unknown => Reflect.get(client, 'processID')

/**
 * Finds out what is at an address. A pooler that knows named statements gives them names of its own on the server; one
 * that does not would mix ours up, and is spoken to without names.
 */
export async function probe(address: string): Promise<Probed> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: PATIENCE_MS })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('begin')
    const facts = await client.query<{ pid: number; version: string }>({
      name: NAME,
      text: "select pg_backend_pid() as pid, current_setting('server_version_num') as version",
    })
    const mine = await client.query(`select name from pg_prepared_statements where name = '${NAME}'`)
    if (mine.rows.length > 0) await client.query(`deallocate ${NAME}`)
    await client.query('commit')
    const { pid, version } = facts.rows[0] ?? { pid: 0, version: '0' }
    const pooled = pid !== toldPid(client)
    return { version: Number(version), pooled, named: !pooled || mine.rows.length === 0 }
  } finally {
    await client.end()
  }
}
