import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import path from 'node:path'
import { ApiClient, newId } from '../support/api-client'
import { type ServerProcess, startServer } from '../support/server-process'
import { waitUntil } from '../support/wait-until'
import { createNoisePhoto, sendPhoto } from './support/photo'

const PRODUCTS = 600
const CONNECTIONS = 6

let server: ServerProcess
beforeEach(async () => {
  server = await startServer({ RATE_LIMIT: 'off' })
})
afterEach(() => server.dispose())

/** The processor time of each thread of the server by its id, in clock ticks. That of its own thread is the server's. */
const processorTimes = (): Map<number, number> =>
  new Map(
    readdirSync(`/proc/${server.pid}/task`).map((id) => {
      const fields = readFileSync(`/proc/${server.pid}/task/${id}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ')
      return [Number(id), Number(fields[11]) + Number(fields[12])]
    }),
  )

/** Open files of the server in the folder of exports that have no name there any more, which is so a moment after they are opened. */
function openExports(): string[] {
  const files = `/proc/${server.pid}/fd`
  return readdirSync(files).flatMap((id) => {
    try {
      const file = readlinkSync(path.join(files, id))
      const isNameless = file.endsWith(' (deleted)')
      return isNameless && file.startsWith(path.join(server.dataDir, 'exports')) ? [file] : []
    } catch {
      return []
    }
  })
}

async function openLargeShop() {
  const owner = await ApiClient.signIn(server.origin)
  const { shopId } = await owner.openShop([{ name: '核桃', price: 2500, stock: 10 }])
  const { id: photo } = await sendPhoto(owner, await createNoisePhoto(900))
  for (let i = 0; i < PRODUCTS; i++) {
    const product = { name: `货 ${i}`, unit: '斤', note: '好货'.repeat(40), onSale: true, photos: [photo] }
    const skus = [{ id: newId(), price: 100 + i, stock: 10 }]
    await owner.send('PUT', `/api/shops/${shopId}/products/${newId()}`, { version: 0, ...product, skus })
  }
  return { owner, shopId }
}

/** Downloads an export on several connections at once; returns the sizes of the files. */
async function downloadTogether(url: string): Promise<number[]> {
  const files = Array.from({ length: CONNECTIONS }, async () => (await fetch(url)).arrayBuffer())
  return (await Promise.all(files)).map(({ byteLength }) => byteLength)
}

describe('export of a large shop', () => {
  it('computes in a thread of its own, once for six connections', async () => {
    const { owner, shopId } = await openLargeShop()
    const before = processorTimes()
    const after = new Map(before)
    const watch = setInterval(() => {
      for (const [id, time] of processorTimes()) after.set(id, time)
    }, 10)
    const { body } = await owner.send<{ url: string }>('POST', `/api/shops/${shopId}/exports`, {
      id: newId(),
    })
    const sizes = await downloadTogether(body.url)
    clearInterval(watch)
    expect(new Set(sizes).size).toBe(1)
    expect(openExports()).toHaveLength(1)
    const later = [...after].filter(([id]) => !before.has(id)).map(([, time]) => time)
    const own = (after.get(server.pid) ?? 0) - (before.get(server.pid) ?? 0)
    expect(Math.max(...later)).toBeGreaterThan(own)
  })

  it('leaves no file behind when the server is killed while it is made', async () => {
    const { owner, shopId } = await openLargeShop()
    const request = owner.send('POST', `/api/shops/${shopId}/exports`, { id: newId() }).catch(() => undefined)
    await waitUntil(() => openExports().length === 1, 'the export was begun')
    expect(readdirSync(path.join(server.dataDir, 'exports'))).toEqual([])
    await server.stop('SIGKILL')
    await request
    expect(readdirSync(path.join(server.dataDir, 'exports'))).toEqual([])
    await server.restart()
    const { status } = await owner.send('POST', `/api/shops/${shopId}/exports`, { id: newId() })
    expect(status).toBe(200)
  })
})
