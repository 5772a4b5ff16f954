import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { ApiClient, newId } from '../support/api-client'
import { freePort } from '../support/free-port'
import { folderPerTest } from '../support/temporary-folder'
import { waitUntil } from '../support/wait-until'

const dataDir = folderPerTest()
let children: ChildProcess[] = []
afterEach(() => {
  // each child leads its own process group, so its descendants end with it
  for (const { pid } of children)
    try {
      process.kill(-(pid ?? 0), 'SIGKILL')
    } catch {
      // the group has ended
    }
  children = []
})

function start(command: string[], env: Record<string, string>) {
  const [file = '', ...words] = command
  const child: ChildProcess = spawn(file, words, {
    env: { ...process.env, HOST: '127.0.0.1', DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  children.push(child)
  let text = ''
  child.stdout?.on('data', (part) => (text += part))
  child.stderr?.on('data', (part) => (text += part))
  return { child, output: () => text, exit: once(child, 'exit') as Promise<[number | null, string | null]> }
}

const isHealthy = (origin: string) =>
  fetch(`${origin}/api/health`).then(
    ({ ok }) => ok,
    () => false,
  )

/** Places orders until the server stops; returns the ids of the acknowledged ones. */
async function orderUntilStopped(origin: string, shopId: string, skuId: string): Promise<string[]> {
  const acknowledged: string[] = []
  const buyer = await ApiClient.signIn(origin)
  for (;;) {
    const orderId = newId()
    const reply = await buyer
      .send('PUT', `/api/shops/${shopId}/orders/${orderId}`, {
        lines: [{ skuId, quantity: 1 }],
        fulfilment: { kind: 'pickup' },
        receiver: { name: '收货人', phone: '13800000000' },
        payment: { method: 'on-pickup' },
        seenTotal: 2500,
      })
      .catch(() => undefined)
    if (reply?.status !== 200) return acknowledged
    acknowledged.push(orderId)
  }
}

describe('npm start', () => {
  it('stops the server on SIGTERM to npm and keeps every acknowledged order', async () => {
    const env = { PORT: String(await freePort()), RATE_LIMIT: 'off' }
    const origin = `http://127.0.0.1:${env.PORT}`
    const first = start(['npm', 'start'], env)
    await waitUntil(() => isHealthy(origin), 'npm start answered')
    const owner = await ApiClient.signIn(origin)
    const shop = await owner.openShop([{ name: '核桃', price: 2500, stock: 100_000 }])
    const writing = orderUntilStopped(origin, shop.shopId, shop.skuIds[0] ?? '')
    await waitUntil(
      async () =>
        ((await owner.send<{ waiting: number }>('GET', `/api/shops/${shop.shopId}/today`)).body.waiting ??
          0) > 5,
      'orders came in',
    )
    first.child.kill('SIGTERM')
    await first.exit
    expect(await isHealthy(origin)).toBe(false)
    const acknowledged = await writing

    start(['npm', 'start'], env)
    await waitUntil(() => isHealthy(origin), 'the second start answered')
    for (const orderId of acknowledged)
      expect((await owner.send('GET', `/api/shops/${shop.shopId}/orders/${orderId}`)).status).toBe(200)
    expect(acknowledged.length).toBeGreaterThan(5)
  })
})

describe('the server as process 1', () => {
  const asProcessOne = ['unshare', '--user', '--map-root-user', '--pid', '--fork', '--kill-child']
  const server = [process.execPath, path.resolve('dist/server/main.mjs')]

  /** Returns the ids of the direct child processes of a process. */
  const childrenOf = (pid: number | undefined) =>
    readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)

  it('exits with 0 on SIGTERM', async () => {
    const env = { PORT: String(await freePort()) }
    const { child, exit } = start([...asProcessOne, ...server], env)
    await waitUntil(() => isHealthy(`http://127.0.0.1:${env.PORT}`), 'the server answered')
    process.kill(childrenOf(child.pid)[0] ?? 0, 'SIGTERM')
    expect((await exit)[0]).toBe(0)
  })

  it('exits on SIGTERM while it waits for its database', async () => {
    // a port that accepts connections and never answers, like a database that is starting
    const silent = createServer().listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const { port } = silent.address() as { port: number }
    const connected = once(silent, 'connection')
    const { child, exit } = start([...asProcessOne, ...server], {
      PORT: String(await freePort()),
      DATABASE_URL: `postgres://nobody@127.0.0.1:${port}/none`,
    })
    const [socket] = await connected
    process.kill(childrenOf(child.pid)[0] ?? 0, 'SIGTERM')
    expect((await exit)[0]).toBe(0)
    socket.destroy()
    silent.close()
  })
})
