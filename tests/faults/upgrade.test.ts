import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { migrations } from '../../server/db/migrations'
import { pathOf } from '../server/releases/exchange'
import { placeOrder, readOrder, takeStep } from '../server/releases/walk-parts'
import { freePort } from '../support/free-port'
import { startPostgres, type TestPostgres } from '../support/postgres/start-postgres'
import { waitUntil } from '../support/wait-until'
import { createPostgresStore, createSqliteStore, type DataStore } from './support/data-store'
import { afterMigrations, createOlderDatabase, readOwned, SELLER_TOKEN } from './support/older-database'

const LONG = process.env.KZ_LONG === '1'
const ORDERS = LONG ? 50_000 : 2000

/** What the apps of the release v0.1.0-1 send. */
const accept = 'application/json, text/plain, */*'

interface Health {
  status: number
  state?: string
}

/** A server that is started, killed and started again on one port. */
class UpgradingServer {
  output = ''
  /** Every answer of `/api/health` while a process listens, and the longest time in ms that one took. */
  readonly answers: Health[] = []
  longest = 0
  private child: ChildProcess | undefined
  private isWatched = true

  constructor(
    private readonly port: number,
    private readonly env: Record<string, string>,
  ) {}

  get origin() {
    return `http://127.0.0.1:${this.port}`
  }

  start() {
    const settings = { HOST: '127.0.0.1', PORT: String(this.port), RATE_LIMIT: 'off', ...this.env }
    this.child = spawn(process.execPath, ['dist/server/main.mjs'], {
      env: { ...process.env, ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const append = (part: Buffer) => {
      this.output += part
    }
    this.child.stdout?.on('data', append)
    this.child.stderr?.on('data', append)
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL') {
    const { child } = this
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await ended
  }

  /** Asks for the health again and again, until `stopWatching`. */
  async watch() {
    while (this.isWatched) {
      const began = performance.now()
      const reply = await fetch(`${this.origin}/api/health`).catch(() => undefined)
      if (reply) {
        const body = (await reply.json()) as { current?: { state?: string } }
        this.answers.push({ status: reply.status, ...body.current })
        this.longest = Math.max(this.longest, performance.now() - began)
      }
      await sleep(50)
    }
  }

  stopWatching() {
    this.isWatched = false
  }

  async call(step: ReturnType<typeof placeOrder>, token: string) {
    const [method = ''] = step.route.split(' ')
    const reply = await fetch(this.origin + pathOf(step, new Map()), {
      method,
      headers: { accept, authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(step.body ? { body: JSON.stringify(step.body) } : {}),
    })
    return {
      status: reply.status,
      body: (await reply.json()) as { state?: string; order?: { state: string } },
    }
  }
}

let postgres: TestPostgres

beforeAll(async () => {
  postgres = await startPostgres({ durable: true })
})
afterAll(() => postgres?.stop())

const stores: Record<string, () => Promise<{ store: DataStore; location: string }>> = {
  SQLite: async () => {
    const store = createSqliteStore()
    return { store, location: `${store.dataDir}/kaizhang.db` }
  },
  PostgreSQL: async () => {
    await createPostgresStore(postgres.address('postgres')).query('create database upgraded')
    const location = postgres.address('upgraded')
    return { store: createPostgresStore(location), location }
  },
}

/** An app of the release v0.1.0-1 orders, sends and finishes. */
async function processOrder(server: UpgradingServer) {
  const session = await fetch(`${server.origin}/api/sessions`, {
    method: 'POST',
    headers: { accept, 'content-type': 'application/json' },
    body: JSON.stringify({ provider: 'device' }),
  })
  const { token } = (await session.json()) as { token: string }
  const answers = [
    await server.call(placeOrder('after the upgrade'), token),
    await server.call(takeStep('seller', 'after the upgrade', 'send'), SELLER_TOKEN),
    await server.call(readOrder('buyer', 'after the upgrade'), token),
    await server.call(takeStep('seller', 'after the upgrade', 'finish'), SELLER_TOKEN),
  ]
  return answers.map(({ status, body }) => [status, body.state ?? body.order?.state])
}

describe('an upgrade from the release v0.1.0-1', () => {
  it.each(Object.keys(stores))(
    'on %s survives being killed twice and changes only what it means to',
    async (engine) => {
      const { store, location } = await (stores[engine] as (typeof stores)[string])()
      await createOlderDatabase(location, ORDERS)
      const before = await readOwned(location)
      expect(before.owned.shop_order?.size).toBeGreaterThan(ORDERS)
      const server = new UpgradingServer(await freePort(), store.env)
      const watching = server.watch()
      for (const moment of ['migrating: 0005', 'migrating: 0024']) {
        const from = server.output.length
        server.start()
        await waitUntil(
          () => server.output.slice(from).includes(moment),
          () => server.output,
        )
        await server.kill()
        // all of the migrations, or none
        const { level } = await readOwned(location)
        expect([before.level, Object.keys(migrations)]).toContainEqual(level)
      }
      const began = performance.now()
      const from = server.output.length
      server.start()
      await waitUntil(
        () => server.output.slice(from).includes('is open'),
        () => server.output,
        600_000,
      )
      await waitUntil(() => server.answers.at(-1)?.status === 200, 'the server is healthy')
      const seconds = (performance.now() - began) / 1000
      server.stopWatching()
      await watching
      expect(
        server.answers.map(({ status }) => status).filter((status) => ![200, 503].includes(status)),
      ).toEqual([])
      expect(server.answers.some(({ state }) => state === 'migrating')).toBe(true)
      const after = await readOwned(location, before.owned)
      for (const [table, rows] of Object.entries(before.owned)) {
        const expected = new Map(
          [...rows].map(([key, row]) => [key, table === 'shop_order' ? afterMigrations(row) : row]),
        )
        const changed = [...expected].filter(
          ([key, row]) => JSON.stringify(after.owned[table]?.get(key)) !== JSON.stringify(row),
        )
        expect([table, changed.slice(0, 3), after.owned[table]?.size]).toEqual([table, [], rows.size])
      }
      expect(await processOrder(server)).toEqual([
        [200, 'placed'],
        [200, 'underway'],
        [200, 'underway'],
        [200, 'done'],
      ])
      if (LONG)
        process.stdout.write(
          `${engine}: ${ORDERS} orders in ${seconds.toFixed(1)} s, health at most ${Math.round(server.longest)} ms\n`,
        )
      await server.kill('SIGTERM')
      await store.dispose()
    },
  )
})
