import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { ApiClient, newId } from '../support/api-client'
import { freePort } from '../support/free-port'
import { WAIT_TIMEOUT_MS } from '../support/wait-timeout'

/** The root folder of a system with Node, the libraries it needs and the release, without npm or a shell. */
let jail: string
let running: ChildProcess[] = []

/** Returns the libraries that a program or native module is linked to. */
const librariesOf = (file: string): string[] =>
  execFileSync('ldd', [file], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /(?:=> )?(\/\S+) \(0x/.exec(line)?.[1] ?? '')
    .filter((library) => library !== '' && !library.startsWith(path.resolve('dist')))

function nativeFiles(folder: string): string[] {
  return (readdirSync(folder, { recursive: true }) as string[])
    .filter((name) => /\.node$|\.so(\.\d+)*$/.test(name))
    .map((name) => path.join(folder, name))
}

beforeAll(() => {
  execFileSync(process.execPath, ['scripts/build-release.mjs'], { stdio: 'pipe' })
  jail = mkdtempSync(path.join(tmpdir(), 'kaizhang-'))
  for (const folder of ['app', 'data', 'backups', 'tmp']) mkdirSync(path.join(jail, folder))
  copyFileSync(realpathSync(process.execPath), path.join(jail, 'node'))
  cpSync('dist/release', path.join(jail, 'app'), { recursive: true })
  for (const library of [process.execPath, ...nativeFiles('dist/release')].flatMap(librariesOf)) {
    const target = path.join(jail, library)
    mkdirSync(path.dirname(target), { recursive: true })
    if (!existsSync(target)) copyFileSync(realpathSync(library), target)
  }
})
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
  running = []
})
afterAll(() => rmSync(jail, { recursive: true, force: true }))

/** Runs a program of the release in the jail with a clean environment. */
function run(program: string, words: string[], env: Record<string, string>) {
  const child: ChildProcess = spawn('chroot', [jail, '/node', `/app/${program}`, ...words], {
    env: { NODE_ENV: 'production', TARO_ENV: 'h5', PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  let text = ''
  child.stdout?.on('data', (part) => (text += part))
  child.stderr?.on('data', (part) => (text += part))
  return { child, output: () => text, exit: once(child, 'exit') as Promise<[number | null, string | null]> }
}

async function serve(env: Record<string, string>) {
  const server = run('main.mjs', [], env)
  const origin = `http://127.0.0.1:${env.PORT}`
  for (const end = Date.now() + WAIT_TIMEOUT_MS; Date.now() < end; ) {
    if (server.child.exitCode !== null) throw new Error(`the release ended:\n${server.output()}`)
    const health = server.output().includes('is open') ? await fetch(`${origin}/api/health`) : undefined
    if (health?.ok) return { ...server, origin }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`the release did not answer:\n${server.output()}`)
}

async function uploadPhoto(owner: ApiClient): Promise<number> {
  const picture = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#a33' } })
    .jpeg()
    .toBuffer()
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(picture)], { type: 'image/jpeg' }), 'photo.jpg')
  const reply = await fetch(`${owner.origin}/api/photos/${newId()}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${owner.token}` },
    body: form,
  })
  return reply.status
}

describe('the release folder on a system with nothing but Node', () => {
  it('serves the site, accepts orders and photos, backs up, and loses nothing on SIGTERM', async () => {
    const env = { HOST: '127.0.0.1', PORT: String(await freePort()), DATA_DIR: '/data' }
    const first = await serve(env)
    expect(await (await fetch(`${first.origin}/`)).text()).toContain('<div id="app">')
    const owner = await ApiClient.signIn(first.origin)
    expect(await uploadPhoto(owner)).toBe(200)
    const shop = await owner.openShop([{ name: '核桃', price: 2500, stock: 10 }])
    expect(await (await fetch(`${first.origin}/s/${shop.slug}`)).text()).toContain('核桃')
    const buyer = await ApiClient.signIn(first.origin)
    const order = `/api/shops/${shop.shopId}/orders/${newId()}`
    const placed = await buyer.send('PUT', order, {
      lines: [{ skuId: shop.skuIds[0], quantity: 1 }],
      fulfilment: { kind: 'pickup' },
      receiver: { name: '收货人', phone: '13800000000' },
      payment: { method: 'on-pickup' },
      seenTotal: 2500,
    })
    expect(placed.status).toBe(200)

    const backup = run('maintenance.mjs', ['backup', '--to', '/backups'], env)
    expect([(await backup.exit)[0], backup.output()]).toEqual([0, expect.stringContaining('/backups/')])
    expect(readdirSync(path.join(jail, 'backups'))).toEqual([expect.stringMatching(/^kaizhang-\d{8}T/)])

    first.child.kill('SIGTERM')
    expect((await first.exit)[0]).toBe(0)
    await serve(env)
    expect((await owner.send('GET', order)).body).toMatchObject({ order: { number: 1, state: 'placed' } })
  })
})
