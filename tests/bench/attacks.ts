import { ApiPerson } from '../support/api-person'
import { startPostgres } from '../support/postgres/start'
import { type ServerProcess, startServer } from '../support/server-process'
import type { Attack } from './attacks/attack'
import { drill } from './attacks/drill'
import { stock } from './attacks/orders'
import { flood, lockout } from './attacks/requests'
import { fill } from './attacks/storage'
import { bombs, trickle } from './attacks/uploads'
import { type Day, liveDay } from './attacks/villager'
import { endWith, median, printTable, type Row } from './table'

/** Days without an attack, and during each. */
const DAYS = 8
/** An attack is under way for so long before the days begin, in ms. */
const AHEAD_MS = 3000

/** What is tried. Another attack is one more object in this list. */
const attacks: readonly Attack[] = [stock, trickle, bombs, fill, drill, lockout, flood]

async function days(origin: string): Promise<Day[]> {
  const lived: Day[] = []
  for (let i = 0; i < DAYS; i++) lived.push(await liveDay(origin))
  return lived
}

const timesOf = (lived: readonly Day[], step: string) => lived.map((day) => day[step] ?? Number.NaN)

function rowsOf(name: string, alone: readonly Day[], attacked: readonly Day[]): Row[] {
  return Object.keys(alone[0] ?? {}).map((step) => {
    const times = timesOf(attacked, step)
    const right = times.filter((ms) => !Number.isNaN(ms))
    const before = median(timesOf(alone, step))
    return {
      what: `${name}: ${step}`,
      figure: `${median(right).toFixed(0)} ms (alone ${before.toFixed(0)} ms), ${right.length} of ${times.length}`,
      budget: 'none refused',
      kept: right.length === times.length,
    }
  })
}

async function attackedRows(server: ServerProcess): Promise<Row[]> {
  const owner = await ApiPerson.arrive(server.origin)
  const shop = await owner.openShop([{ name: '成县核桃', price: 2500, stock: 100 }])
  // what the first day loads is not the attack's
  await liveDay(server.origin)
  const alone = await days(server.origin)
  const rows: Row[] = []
  for (const attack of attacks) {
    const stop = await attack.start(server, shop)
    await new Promise((resolve) => setTimeout(resolve, AHEAD_MS))
    const attacked = await days(server.origin)
    console.log(`${attack.name}: ${await stop()}`)
    rows.push(...rowsOf(attack.name, alone, attacked))
  }
  return rows
}

async function measure(engine: string, env: Record<string, string>): Promise<boolean> {
  const server = await startServer(env)
  try {
    const rows = await attackedRows(server)
    return printTable(`bench:attacks, ${engine} (median of ${DAYS} days)`, rows)
  } finally {
    await server.dispose()
  }
}

async function run() {
  const onSqlite = await measure('SQLite', {})
  const postgres = await startPostgres({ durable: true })
  try {
    return (await measure('PostgreSQL', { DATABASE_URL: postgres.address('postgres') })) && onSqlite
  } finally {
    await postgres.stop()
  }
}

run().then(endWith, (error: unknown) => {
  console.error(error)
  process.exit(1)
})
