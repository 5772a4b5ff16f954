import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { freePort } from '../../support/free-port'
import { folderPerFile } from '../../support/temporary-folder'

const folder = folderPerFile()
const children: ChildProcess[] = []

beforeAll(() => {
  execFileSync(process.execPath, ['scripts/build-server.mjs'])
})
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

interface Started {
  child: ChildProcess
  output(): string
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
  const append = (chunk: Buffer) => {
    text += String(chunk)
  }
  child.stdout.on('data', append)
  child.stderr.on('data', append)
  return { child, output: () => text, ended: new Promise((resolve) => child.on('exit', resolve)) }
}

async function addressOf({ output, ended }: Started): Promise<string> {
  let over = false
  void ended.then(() => {
    over = true
  })
  for (;;) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output())?.[0]
    if (url) return url
    if (over) throw new Error(output())
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

test('the server starts in an empty folder, creates a private secret, stops cleanly and restarts', async () => {
  const first = start({})
  const health = await (await fetch(`${await addressOf(first)}/api/health`)).json()
  expect(health).toEqual({ ok: true, version: expect.any(String), world: 'real' })
  const secret = join(folder, 'data/secret')
  expect(statSync(secret).mode & 0o777).toBe(0o600)
  const storedSecret = readFileSync(secret, 'utf8')
  first.child.kill('SIGTERM')
  expect(await first.ended).toBe(0)
  const second = start({})
  expect((await fetch(`${await addressOf(second)}/api/health`)).status).toBe(200)
  expect(readFileSync(secret, 'utf8')).toBe(storedSecret)
  second.child.kill('SIGINT')
  expect(await second.ended).toBe(0)
})

test('the server removes the access of other users to its folder and files', async () => {
  const data = join(folder, 'data')
  const modeOf = (name: string) => statSync(join(data, name)).mode & 0o777
  mkdirSync(join(data, 'photos'), { recursive: true, mode: 0o755 })
  chmodSync(data, 0o755)
  writeFileSync(join(data, 'kaizhang.db'), '', { mode: 0o644 })
  const server = start({})
  await addressOf(server)
  expect(server.output()).toContain('Other users of this machine could read')
  const names = ['', 'photos', 'kaizhang.db', 'kaizhang.db-wal', 'kaizhang.db-shm', 'secret']
  expect(names.map(modeOf).map((mode) => mode & 0o077)).toEqual(names.map(() => 0))
  server.child.kill('SIGTERM')
  expect(await server.ended).toBe(0)
})

test('the server answers requests in flight before it stops and ignores idle connections', async () => {
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
  // a shutdown that exceeds the request timeout exits with 1
  expect(await server.ended).toBe(0)
  const settled = await Promise.allSettled(answers)
  for (const one of settled) if (one.status === 'fulfilled') expect([200, 503]).toContain(one.value)
  expect(settled.some((one) => one.status === 'fulfilled' && one.value === 200)).toBe(true)
})

describe('a server whose output cannot be written', () => {
  async function expectKeepsServing(child: ChildProcess, port: number) {
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

  // the demo seeds its shops first
  test.each(process.env.KZ_LONG === '1' ? ['main', 'demo'] : ['main'])(
    '(%s) keeps serving when the reader of its output has closed',
    async (world) => {
      const port = await freePort()
      const child = spawn(process.execPath, [`dist/server/${world}.mjs`], { env: envFor(port) })
      child.stdout.destroy()
      child.stderr.destroy()
      await expectKeepsServing(child, port)
    },
  )

  test('keeps serving when its log file has no space', async () => {
    const port = await freePort()
    const full = openSync('/dev/full', 'w')
    const child = spawn(process.execPath, ['dist/server/main.mjs'], {
      env: envFor(port),
      stdio: ['ignore', full, full],
    })
    await expectKeepsServing(child, port)
  })
})

test('the server reports a port that is in use', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  const address = taken.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const server = start({ PORT: String(port), DATA_DIR: join(folder, 'taken') })
  expect(await server.ended).toBe(1)
  expect(server.output()).toBe(
    `Port ${port} is taken. Stop what runs there, or choose another one: PORT=${port + 1} npm start\n`,
  )
  taken.close()
})

test('the server reports a data folder that it cannot write', async () => {
  const file = join(folder, 'a-file')
  writeFileSync(file, '')
  const server = start({ DATA_DIR: join(file, 'data') })
  expect(await server.ended).toBe(1)
  expect(server.output()).toContain('cannot be written')
  expect(server.output()).toContain('DATA_DIR')
  expect(server.output()).not.toContain('    at ')
})

test('the server reports an invalid setting', async () => {
  const server = start({ PORT: 'http' })
  expect(await server.ended).toBe(1)
  expect(server.output()).toContain('PORT is "http"')
})
