import { ApiClient } from '../support/api-client'
import { startPostgres } from '../support/postgres/start-postgres'
import { type ServerProcess, startServer } from '../support/server-process'
import type { Attack } from './attacks/attack'
import { hostFlood, keyLockout } from './attacks/floods'
import { stockExhaustion } from './attacks/orders'
import { secondServerKeys } from './attacks/second-server-keys'
import { type Day, runSellerDay } from './attacks/seller-day'
import { storageFill } from './attacks/storage'
import { imageBombs, slowUploads } from './attacks/uploads'
import { exitWith, median, printTable, type Row } from './table'

/** Number of measured days without an attack, and during each attack. */
const DAYS = 8
/** Time in ms that an attack runs before the days are measured. */
const LEAD_MS = 3000

/** Attacks to run; add new attacks to this list. */
const attacks: readonly Attack[] = [
  stockExhaustion,
  slowUploads,
  imageBombs,
  storageFill,
  secondServerKeys,
  keyLockout,
  hostFlood,
]

async function measureDays(origin: string): Promise<Day[]> {
  const measured: Day[] = []
  for (let i = 0; i < DAYS; i++) measured.push(await runSellerDay(origin))
  return measured
}

const timesOf = (measured: readonly Day[], step: string) => measured.map((day) => day[step] ?? Number.NaN)

function rowsOf(name: string, alone: readonly Day[], attacked: readonly Day[]): Row[] {
  return Object.keys(alone[0] ?? {}).map((step) => {
    const times = timesOf(attacked, step)
    const right = times.filter((ms) => !Number.isNaN(ms))
    const before = median(timesOf(alone, step))
    return {
      what: `${name}: ${step}`,
      figure: `${median(right).toFixed(0)} ms (alone ${before.toFixed(0)} ms), ${right.length} of ${times.length}`,
      budget: 'none refused',
      isWithinBudget: right.length === times.length,
    }
  })
}

async function attackedRows(server: ServerProcess): Promise<Row[]> {
  const owner = await ApiClient.signIn(server.origin)
  const shop = await owner.openShop([{ name: '成县核桃', price: 2500, stock: 100 }])
  // excludes what the first day loads
  await runSellerDay(server.origin)
  const alone = await measureDays(server.origin)
  const rows: Row[] = []
  for (const attack of attacks) {
    const stop = await attack.start(server, shop)
    await new Promise((resolve) => setTimeout(resolve, LEAD_MS))
    const attacked = await measureDays(server.origin)
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

run().then(exitWith, (error: unknown) => {
  console.error(error)
  process.exit(1)
})
