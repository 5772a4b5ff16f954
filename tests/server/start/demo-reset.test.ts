import { execFile, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ApiPerson } from '../../support/api-person'
import { freePort } from '../../support/free-port'

let dataDir: string

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'kz-demo-'))
  execFileSync(process.execPath, ['scripts/build-server.mjs'])
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

/** What `npm run demo:reset` runs. */
const reset = async (env: Record<string, string> = {}) =>
  (
    await promisify(execFile)(process.execPath, ['scripts/maintenance.mjs', 'demo-reset'], {
      env: { ...process.env, DATA_DIR: dataDir, ...env },
    })
  ).stdout

async function until<T>(look: () => Promise<T | false | undefined>): Promise<T> {
  for (;;) {
    const seen = await look().catch(() => undefined)
    if (seen) return seen
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

test('the demo world is put back, whether it is open or not', async () => {
  expect(await reset()).toContain('The demo world is as it was.')

  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const demo = spawn(process.execPath, ['dist/server/demo.mjs'], {
    env: { ...process.env, DATA_DIR: dataDir, HOST: '127.0.0.1', PORT: String(port) },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let said = ''
  demo.stdout.on('data', (words) => {
    said += words
  })
  try {
    const seeded = await until(async () => /buyers: .*\/s\/(\w+)/.exec(said)?.[1])
    const owner = await ApiPerson.arrive(origin)
    const { slug } = await owner.openShop([{ name: '核桃', price: 2500, stock: 10 }])
    const status = async (shop: string) => (await fetch(`${origin}/api/storefronts/${shop}`)).status
    expect(await status(slug)).toBe(200)

    expect(await reset()).toContain('The running demo world is being put back.')
    await until(async () => (await status(slug)) === 404)
    expect(await status(seeded)).toBe(200)
  } finally {
    demo.kill('SIGKILL')
  }
})
