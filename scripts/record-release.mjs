import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import Sqlite from 'better-sqlite3'
import { root } from './lib/sources.mjs'

// Records what the apps of a release send and what its server answers: `npm run release:record -- v0.1.0-3 [commit]`.
const [tag, commit = tag] = process.argv.slice(2)
if (!tag || !/^v\d+\.\d+\.\d+-\d+$/.test(tag)) {
  console.error('usage: npm run release:record -- <tag, such as v0.1.0-3> [commit]')
  process.exit(2)
}

const folder = mkdtempSync(path.join(tmpdir(), 'kaizhang-release-'))
const sources = path.join(folder, 'sources')
const out = path.join(root, 'tests/server/releases', tag)
const run = (command, args, cwd = sources) =>
  execFileSync(command, args, { cwd, stdio: ['ignore', 'pipe', 'inherit'] })

/** The contract of the release, read by its own sources. */
const contractSource = `
import { writeFileSync } from 'node:fs'
import * as claims from '@/domain/order/after-sale'
import * as orders from '@/domain/order/order'
import * as payments from '@/domain/payment/payment'
import { ProblemShape as problem } from '@/contract/problem'
import { routes } from '@/contract/routes'
const accept = ACCEPT
writeFileSync(process.argv[2], JSON.stringify({
  accept,
  isFirst: !('accepted' in (orders.orderTransitions ?? orders.orderSteps)),
  replies: Object.fromEntries(Object.entries(routes).map(([name, { reply }]) => [name, reply])),
  problem,
  tables: {
    orders: orders.orderTransitions ?? orders.orderSteps,
    claims: claims.afterSaleTransitions ?? claims.afterSaleSteps,
    payments: payments.paymentTransitions ?? payments.paymentSteps,
  },
}))
`

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
      server.close(() => resolve(port))
    })
  })

async function untilHealthy(origin) {
  for (let attempt = 0; attempt < 600; attempt++) {
    if ((await fetch(`${origin}/api/health`).catch(() => null))?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the server of the release did not answer')
}

/** The invitation of a keeper, for releases with service centres. */
function invite(env) {
  if (!existsSync(path.join(sources, 'dist/server/maintenance.mjs'))) return ''
  const args = ['dist/server/maintenance.mjs', 'appoint', '--centre', '621221110', '--name', '站长']
  const output = execFileSync(process.execPath, args, { cwd: sources, env }).toString()
  return /: ([0-9A-Z]{5}-[0-9A-Z]{5})/.exec(output)?.[1] ?? ''
}

/** The database after the walk, from which upgrades are tested. */
function copyOfDatabase() {
  const database = new Sqlite(path.join(folder, 'data/kaizhang.db'))
  const copy = path.join(folder, 'copy.db')
  database.exec(`vacuum into '${copy}'`)
  database.close()
  return readFileSync(copy)
}

run('git', ['worktree', 'add', '--detach', sources, commit], root)
let server
try {
  const isSame = (name) =>
    run('git', ['rev-parse', `HEAD:${name}`]).equals(run('git', ['rev-parse', `HEAD:${name}`], root))
  if (isSame('package-lock.json'))
    symlinkSync(path.join(root, 'node_modules'), path.join(sources, 'node_modules'))
  else run('npm', ['ci', '--no-audit', '--no-fund'])
  run(process.execPath, ['scripts/build-server.mjs'])
  const hasVersion = existsSync(path.join(sources, 'src/domain/api-version.ts'))
  const accept = hasVersion
    ? `import { ACCEPT } from '@/domain/api-version'\n`
    : `const ACCEPT = 'application/json, text/plain, */*'\n`
  writeFileSync(path.join(sources, 'server/contract-of-release.ts'), accept + contractSource)
  const contract = path.join(folder, 'contract.json')
  run(process.execPath, ['scripts/run-ts.mjs', 'server/contract-of-release.ts', contract])
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const env = {
    ...process.env,
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: path.join(folder, 'data'),
    RATE_LIMIT: 'off',
  }
  server = spawn(process.execPath, ['dist/server/main.mjs'], {
    cwd: sources,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await untilHealthy(origin)
  mkdirSync(out, { recursive: true })
  const file = path.join(out, 'recording.json')
  const args = ['scripts/run-ts.mjs', 'tests/server/releases/record.ts', origin, contract, file, invite(env)]
  execFileSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill()
  await ended
  writeFileSync(path.join(out, 'database.gz'), gzipSync(copyOfDatabase()))
} finally {
  server?.kill()
  run('git', ['worktree', 'remove', '--force', sources], root)
  rmSync(folder, { recursive: true, force: true })
}
