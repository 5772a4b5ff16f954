import { execFile, execFileSync, spawn } from 'node:child_process'
import { promisify } from 'node:util'
import { ApiClient } from '../../support/api-client'
import { freePort } from '../../support/free-port'
import { folderPerFile } from '../../support/temporary-folder'
import { waitUntil } from '../../support/wait-until'

const dataDir = folderPerFile()

beforeAll(() => {
  execFileSync(process.execPath, ['scripts/build-server.mjs'])
})

/** Runs the command of `npm run demo:reset`. */
const reset = async (env: Record<string, string> = {}) =>
  (
    await promisify(execFile)(process.execPath, ['scripts/maintenance.mjs', 'demo-reset'], {
      env: { ...process.env, DATA_DIR: dataDir, ...env },
    })
  ).stdout

test('demo-reset restores the demo data while the demo is stopped and while it runs', async () => {
  expect(await reset()).toContain('The demo world is as it was.')

  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const demo = spawn(process.execPath, ['dist/server/demo.mjs'], {
    env: { ...process.env, DATA_DIR: dataDir, HOST: '127.0.0.1', PORT: String(port) },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let output = ''
  demo.stdout.on('data', (words) => {
    output += words
  })
  try {
    const findSeeded = () => /buyers: .*\/s\/(\w+)/.exec(output)?.[1]
    await waitUntil(
      () => findSeeded() !== undefined,
      () => `the demo named its shop in ${JSON.stringify(output)}`,
    )
    const seeded = findSeeded() ?? ''
    const owner = await ApiClient.signIn(origin)
    const { slug } = await owner.openShop([{ name: '核桃', price: 2500, stock: 10 }])
    const status = async (shop: string) => (await fetch(`${origin}/api/storefronts/${shop}`)).status
    expect(await status(slug)).toBe(200)

    expect(await reset()).toContain('The running demo world is being put back.')
    const isRemoved = () =>
      status(slug).then(
        (code) => code === 404,
        () => false,
      )
    await waitUntil(isRemoved, 'the shop that was opened was gone')
    expect(await status(seeded)).toBe(200)
  } finally {
    demo.kill('SIGKILL')
  }
})
