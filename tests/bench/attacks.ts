import { ApiClient } from '../support/api-client'
import { queryOnce } from '../support/postgres/query'
import { startPostgres } from '../support/postgres/start-postgres'
import { type ServerProcess, startServer } from '../support/server-process'
import type { Attack } from './attacks/attack'
import { exportDownloads } from './attacks/exports'
import { hostFlood, keyLockout } from './attacks/floods'
import { neighbourRows } from './attacks/measure-neighbours'
import { stockExhaustion } from './attacks/orders'
import { secondServerKeys } from './attacks/second-server-keys'
import { type Day, runSellerDay } from './attacks/seller-day'
import { storageFill } from './attacks/storage'
import { imageBombs, slowUploads } from './attacks/uploads'
import { exitAfter, median, printTable, type Row, rowOf } from './table'

/** Number of measured days without an attack, and during each attack. */
const DAYS = 8
/** All measured days open a shop at one address, faster than people do. */
const SETTINGS = { QUOTA_SHOPS_PER_ADDRESS: '200' }
/** Time in ms that an attack runs before the days are measured. */
const LEAD_MS = 3000

/** Attacks to run; add new attacks to this list. Arguments name those to run alone. */
const allAttacks: readonly Attack[] = [
  stockExhaustion,
  slowUploads,
  imageBombs,
  storageFill,
  secondServerKeys,
  keyLockout,
  hostFlood,
  exportDownloads,
]

const names = process.argv.slice(2)
const attacks = allAttacks.filter(({ name }) => names.length === 0 || names.includes(name))

async function measureDays(origin: string): Promise<Day[]> {
  const measured: Day[] = []
  for (let i = 0; i < DAYS; i++) measured.push(await runSellerDay(origin))
  return measured
}

const timesOf = (measured: readonly Day[], step: string) => measured.map((day) => day[step] ?? Number.NaN)

/** Steps of a few milliseconds vary by as much, in ms. */
const NOISE_MS = 5

function rowsOf({ name, maxSlowdown }: Attack, alone: readonly Day[], attacked: readonly Day[]): Row[] {
  return Object.keys(alone[0] ?? {}).map((step) => {
    const times = timesOf(attacked, step)
    const right = times.filter((ms) => !Number.isNaN(ms))
    const before = median(timesOf(alone, step))
    const most = maxSlowdown === undefined ? Number.POSITIVE_INFINITY : maxSlowdown * before + NOISE_MS
    return rowOf(
      `${name}: ${step}`,
      `${median(right).toFixed(0)} ms (alone ${before.toFixed(0)} ms), ${right.length} of ${times.length}`,
      maxSlowdown === undefined ? 'none refused' : `≤ ${most.toFixed(0)} ms, none refused`,
      right.length === times.length && median(right) <= most,
    )
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
    rows.push(...rowsOf(attack, alone, attacked))
  }
  return rows
}

/** Measures on an engine; the neighbours need a database of their own. */
async function measure(
  engine: string,
  env: Record<string, string>,
  neighbourEnv: Record<string, string>,
): Promise<boolean> {
  const server = await startServer({ ...SETTINGS, ...env })
  try {
    const rows = [...(await attackedRows(server)), ...(await neighbourRows(neighbourEnv))]
    return printTable(`bench:attacks, ${engine} (median of days)`, rows)
  } finally {
    await server.dispose()
  }
}

async function run() {
  const onSqlite = await measure('SQLite', {}, {})
  const postgres = await startPostgres({ durable: true })
  try {
    await queryOnce(postgres.address('postgres'), 'create database neighbours')
    const envOf = (name: string) => ({ DATABASE_URL: postgres.address(name) })
    return (await measure('PostgreSQL', envOf('postgres'), envOf('neighbours'))) && onSqlite
  } finally {
    await postgres.stop()
  }
}

exitAfter(run())
