import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, fsyncSync, mkdtempSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ApiClient, newId } from '../support/api-client'
import { connectWechatPay } from '../support/connected-wechat-pay'
import { startPostgres } from '../support/postgres/start-postgres'
import { type ServerProcess, startServer } from '../support/server-process'
import { load, request } from './load'
import { goods, orderRows } from './order-rows'
import { CALLERS, percent, ROUND_MS, ROUNDS, ratioOf } from './rounds'
import { calibrate, cpuOf, memoryOf } from './server-usage'
import { exitAfter, median, printTable, type Row, rowOf } from './table'

const STARTS = 5
const SERVER_SETTINGS = { RATE_LIMIT: 'off', LOG_LEVEL: 'warn' }

/** Median time of a synced write of 4 KB in ms, which bounds orders a second. */
function fsyncMs(folder: string): number {
  const file = openSync(path.join(folder, 'fsync-probe'), 'w')
  const times = Array.from({ length: 50 }, () => {
    const started = performance.now()
    writeSync(file, 'x'.repeat(4096), 0)
    fsyncSync(file)
    return performance.now() - started
  })
  closeSync(file)
  return median(times)
}

/** Starts a bare node:http server that sends these bytes, in its own process like the real one: the floor of a read. */
async function bareServer(bytes: Buffer, folder: string) {
  const file = path.join(folder, 'floor.json')
  writeFileSync(file, bytes)
  const child = spawn(process.execPath, ['tests/bench/bare-server.mjs', file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [port] = (await once(child.stdout, 'data')) as [Buffer]
  return { port: Number(String(port)), close: () => child.kill() }
}

async function storefrontRows(server: ServerProcess, slug: string): Promise<Row[]> {
  const url = `/api/storefronts/${slug}`
  const reply = await fetch(server.origin + url)
  const etag = reply.headers.get('etag') ?? ''
  const bytes = Buffer.from(await reply.arrayBuffer())
  const bare = await bareServer(bytes, server.dataDir)
  const plain = request('GET', url)
  const conditional = request('GET', url, { 'if-none-match': etag })
  const rates = { bare: [] as number[], full: [] as number[], unchanged: [] as number[] }
  for (let i = 0; i < ROUNDS; i++) {
    rates.bare.push((await load(bare.port, CALLERS, ROUND_MS, () => plain)).rate)
    rates.full.push((await load(server.port, CALLERS, ROUND_MS, () => plain)).rate)
    rates.unchanged.push((await load(server.port, CALLERS, ROUND_MS, () => conditional)).rate)
  }
  bare.close()
  const [floor, full, unchanged] = [median(rates.bare), median(rates.full), median(rates.unchanged)]
  const ratio = ratioOf(rates.full, rates.bare)
  return [
    rowOf(`bare node:http, ${bytes.length} bytes`, `${floor.toFixed(0)}/s`, 'the floor'),
    rowOf(
      'storefront, 40 products',
      `${full.toFixed(0)}/s, ${percent(ratio)} of the floor`,
      '≥ 70%',
      ratio >= 0.7,
    ),
    rowOf('storefront, unchanged (304)', `${unchanged.toFixed(0)}/s`),
  ]
}

async function addProducts(owner: ApiClient, shopId: string, count: number): Promise<void> {
  for (const [i, good] of goods(count, 100).entries())
    await owner.send('PUT', `/api/shops/${shopId}/products/${newId()}`, {
      version: 0,
      name: `${good.name} ${i}`,
      unit: '斤',
      photos: [],
      skus: [{ id: newId(), price: good.price, stock: good.stock }],
      onSale: true,
    })
}

/** Most CPU time in ms of a page of 20 products. */
const PAGE_CPU_MS = 0.5

/** Measures what a buyer's page of a shop's products costs. */
async function productsRow(server: ServerProcess, shopId: string): Promise<Row> {
  const buyer = await ApiClient.signIn(server.origin)
  const url = `/api/shops/${shopId}/products?limit=20`
  const page = request('GET', url, { authorization: `Bearer ${buyer.token}` })
  const times: number[] = []
  for (let i = 0; i < ROUNDS; i++) {
    const used = cpuOf(server.pid)
    const { answered } = await load(server.port, CALLERS, ROUND_MS, () => page)
    times.push((cpuOf(server.pid) - used) / answered)
  }
  const ms = median(times)
  return rowOf(
    'CPU of a page of 20 products of 200, for a buyer',
    `${ms.toFixed(3)} ms`,
    `≤ ${PAGE_CPU_MS} ms`,
    ms <= PAGE_CPU_MS,
  )
}

/** The memory of a server after orders and storefronts. */
async function memoryRow(server: ServerProcess, slug: string, engine: string, maxMb: number): Promise<Row> {
  await load(server.port, CALLERS, ROUND_MS, () => request('GET', `/api/storefronts/${slug}`))
  const memory = memoryOf(server.pid)
  return rowOf(`memory after load, ${engine}`, `${memory.toFixed(0)} MB`, `≤ ${maxMb} MB`, memory <= maxMb)
}

/** Starts a server that knows WeChat Pay, which no order of the benchmark reaches. */
async function startPayingServer(database: Record<string, string> = {}): Promise<ServerProcess> {
  const env = { ...database, DATA_DIR: mkdtempSync(path.join(tmpdir(), 'kaizhang-')) }
  const { pay, env: connected } = await connectWechatPay(env)
  await pay.close()
  return startServer({
    ...SERVER_SETTINGS,
    ...connected,
    PUBLIC_URL: 'http://127.0.0.1:9',
    ALLOWED_HOSTS: '127.0.0.1:*',
  })
}

/** Measures orders on a PostgreSQL with full disk synchronization. */
async function postgresRows(): Promise<Row[]> {
  const postgres = await startPostgres({ durable: true })
  const address = postgres.address('postgres')
  const server = await startPayingServer({ DATABASE_URL: address })
  try {
    const owner = await ApiClient.signIn(server.origin)
    const { slug } = await owner.openShop(goods(20, 100))
    const measured = { server, engine: 'PostgreSQL' as const, databaseLocation: address, postgres }
    const orders = await orderRows(measured)
    const memory = await memoryRow(server, slug, 'PostgreSQL', 170)
    return [...orders, memory, ...(await orderRows(measured, 'wechat'))]
  } finally {
    await server.dispose()
    await postgres.stop()
  }
}

async function startMs(server: ServerProcess): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < STARTS; i++) {
    await server.stop()
    const started = performance.now()
    await server.restart()
    times.push(performance.now() - started)
  }
  return median(times)
}

async function run() {
  const server = await startPayingServer()
  try {
    const owner = await ApiClient.signIn(server.origin)
    const storefrontShop = await owner.openShop(goods(20, 100))
    await addProducts(owner, storefrontShop.shopId, 20)
    const largeShop = await owner.openShop(goods(20, 100))
    await addProducts(owner, largeShop.shopId, 180)
    const measured = {
      ...{ server, engine: 'SQLite' as const },
      databaseLocation: path.join(server.dataDir, 'kaizhang.db'),
    }
    const rows = [
      ...(await storefrontRows(server, storefrontShop.slug)),
      await productsRow(server, largeShop.shopId),
      ...(await orderRows(measured)),
    ]
    const memory = await memoryRow(server, storefrontShop.slug, 'SQLite', 150)
    const start = await startMs(server)
    rows.push(...(await orderRows(measured, 'wechat')))
    rows.push(...(await postgresRows()))
    rows.push(
      memory,
      rowOf('start on an existing database', `${start.toFixed(0)} ms`, '< 1000 ms', start < 1000),
      rowOf('CPU of the calibration, for the figures of this release', `${calibrate().toFixed(1)} ms`),
      rowOf('fsync of the disk', `${fsyncMs(server.dataDir).toFixed(2)} ms`),
    )
    return printTable(`bench:api (median of ${ROUNDS} rounds, ${CALLERS} callers)`, rows)
  } finally {
    await server.dispose()
  }
}

exitAfter(run())
