import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../support/free-port'

let folder: string
const children: ChildProcess[] = []

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kz-boot-'))
  execFileSync(process.execPath, ['scripts/build-server.mjs'])
})
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

interface Started {
  child: ChildProcess
  said(): string
  /** The exit code; `null` when it was killed. */
  ended: Promise<number | null>
}

function start(env: Record<string, string>): Started {
  const settings = {
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: join(folder, 'data'),
  }
  const child = spawn(process.execPath, ['dist/server/main.mjs'], {
    env: { ...process.env, ...settings, ...env },
  })
  children.push(child)
  let text = ''
  const hear = (chunk: Buffer) => {
    text += String(chunk)
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  return { child, said: () => text, ended: new Promise((resolve) => child.on('exit', resolve)) }
}

async function addressOf({ said, ended }: Started): Promise<string> {
  let over = false
  void ended.then(() => {
    over = true
  })
  for (;;) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said())?.[0]
    if (url) return url
    if (over) throw new Error(said())
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

test('it starts in an empty folder without a terminal, keeps a secret to itself, stops cleanly, and starts again', async () => {
  const first = start({})
  const health = await (await fetch(`${await addressOf(first)}/api/health`)).json()
  expect(health).toEqual({ ok: true, version: expect.any(String), world: 'real' })
  const secret = join(folder, 'data/secret')
  expect(statSync(secret).mode & 0o777).toBe(0o600)
  const kept = readFileSync(secret, 'utf8')
  first.child.kill('SIGTERM')
  expect(await first.ended).toBe(0)
  const second = start({})
  expect((await fetch(`${await addressOf(second)}/api/health`)).status).toBe(200)
  expect(readFileSync(secret, 'utf8')).toBe(kept)
  second.child.kill('SIGINT')
  expect(await second.ended).toBe(0)
})

test('it closes its folder and its files to other users, also those that were open', async () => {
  const data = join(folder, 'data')
  const modeOf = (name: string) => statSync(join(data, name)).mode & 0o777
  mkdirSync(join(data, 'photos'), { recursive: true, mode: 0o755 })
  chmodSync(data, 0o755)
  writeFileSync(join(data, 'kaizhang.db'), '', { mode: 0o644 })
  const server = start({})
  await addressOf(server)
  expect(server.said()).toContain('Other users of this machine could read')
  const names = ['', 'photos', 'kaizhang.db', 'kaizhang.db-wal', 'kaizhang.db-shm', 'secret']
  expect(names.map(modeOf).map((mode) => mode & 0o077)).toEqual(names.map(() => 0))
  server.child.kill('SIGTERM')
  expect(await server.ended).toBe(0)
})

test('requests in flight are answered before it stops, and connections that carry nothing do not hold it up', async () => {
  const server = start({ DATA_DIR: join(folder, 'flight') })
  const url = await addressOf(server)
  const silent = connect(Number(new URL(url).port), '127.0.0.1')
  silent.on('error', () => undefined)
  const answers = Array.from({ length: 20 }, () =>
    fetch(`${url}/api/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"provider":"device"}',
    }).then((answer) => answer.status),
  )
  await Promise.race(answers)
  server.child.kill('SIGTERM')
  // what holds it up for longer than a request may take ends it with 1
  expect(await server.ended).toBe(0)
  const settled = await Promise.allSettled(answers)
  for (const one of settled) if (one.status === 'fulfilled') expect([200, 503]).toContain(one.value)
  expect(settled.some((one) => one.status === 'fulfilled' && one.value === 200)).toBe(true)
})

describe('a server whose words nobody can take', () => {
  async function goesOn(child: ChildProcess, port: number) {
    children.push(child)
    const ask = () => fetch(`http://127.0.0.1:${port}/api/health`).then(({ status }) => status)
    while ((await ask().catch(() => 0)) !== 200) {
      if (child.exitCode !== null) throw new Error(`it ended: ${child.exitCode}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    // each answer is a line of the log
    for (let i = 0; i < 50; i++) expect(await ask()).toBe(200)
    const ended = new Promise((resolve) => child.on('exit', resolve))
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  }
  const envFor = (port: number) => ({
    ...process.env,
    PORT: String(port),
    HOST: '127.0.0.1',
    LOG_LEVEL: 'info',
    DATA_DIR: join(folder, `unheard-${port}`),
  })

  // the demo world seeds itself first
  test.each(process.env.KZ_LONG === '1' ? ['main', 'demo'] : ['main'])(
    '%s goes on when its reader is gone',
    async (world) => {
      const port = await freePort()
      const child = spawn(process.execPath, [`dist/server/${world}.mjs`], { env: envFor(port) })
      child.stdout.destroy()
      child.stderr.destroy()
      await goesOn(child, port)
    },
  )

  test('goes on when the file it logs to has no room', async () => {
    const port = await freePort()
    const full = openSync('/dev/full', 'w')
    const child = spawn(process.execPath, ['dist/server/main.mjs'], {
      env: envFor(port),
      stdio: ['ignore', full, full],
    })
    await goesOn(child, port)
  })
})

test('a taken port is said plainly', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  const address = taken.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const server = start({ PORT: String(port), DATA_DIR: join(folder, 'taken') })
  expect(await server.ended).toBe(1)
  expect(server.said()).toBe(
    `Port ${port} is taken. Stop what runs there, or choose another one: PORT=${port + 1} npm start\n`,
  )
  taken.close()
})

test('a folder that cannot be written is said plainly', async () => {
  const file = join(folder, 'a-file')
  writeFileSync(file, '')
  const server = start({ DATA_DIR: join(file, 'data') })
  expect(await server.ended).toBe(1)
  expect(server.said()).toContain('cannot be written')
  expect(server.said()).toContain('DATA_DIR')
  expect(server.said()).not.toContain('    at ')
})

test('a wrong setting is said plainly', async () => {
  const server = start({ PORT: 'http' })
  expect(await server.ended).toBe(1)
  expect(server.said()).toContain('PORT is "http"')
})
