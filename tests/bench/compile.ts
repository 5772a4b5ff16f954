import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { BUDGETS } from '../../compiler/sizes'
import { buildEngine } from '../../scripts/build-engine.mjs'
import { buildServer } from '../../scripts/build-server.mjs'
import { runCompiler } from '../e2e/compiler/run-compiler'
import { openThreeShops } from '../e2e/compiler/three-shops'
import { ApiClient } from '../support/api-client'
import { startServer } from '../support/server-process'
import { exitAfter, median, printTable, type Row } from './table'

const KB = 1024
const MANY = 100
const SHOP_MS = 1000
const MANY_MS = 30_000
const CODE_KINDS = ['scripts', 'templates', 'styles', 'settings']

interface Compiled {
  target: 'weapp' | 'h5'
  ms: number
  sizes: { package: string; kind: string; files: number; bytes: number }[]
}

const row = (what: string, value: number, most: number, unit: string): Row => ({
  what,
  figure: `${value.toFixed(unit === 'ms' ? 0 : 1)} ${unit}`,
  budget: `≤ ${most} ${unit}`,
  isWithinBudget: value <= most,
})

/** Runs the command; returns its duration in ms and its report of each app. */
async function runTimed(...args: string[]): Promise<{ ms: number; compiled: Compiled[] }> {
  const begun = performance.now()
  const { code, out, err } = await runCompiler(...args, '--json')
  if (code !== 0) throw new Error(err + out)
  return { ms: performance.now() - begun, compiled: (JSON.parse(out) as { compiled: Compiled[] }).compiled }
}

function sizeRows(compiled: readonly Compiled[]): Row[] {
  const weapps = compiled.filter(({ target }) => target === 'weapp')
  const codeOf = ({ sizes }: Compiled, isCounted: (part: string) => boolean) =>
    sizes
      .filter((one) => CODE_KINDS.includes(one.kind) && isCounted(one.package))
      .reduce((sum, { bytes }) => sum + bytes, 0)
  const largest = (isCounted: (part: string) => boolean) =>
    Math.max(...weapps.map((app) => codeOf(app, isCounted))) / KB
  const pictures = weapps.flatMap(({ sizes }) => sizes.filter(({ kind }) => kind === 'pictures'))
  const each = Math.max(0, ...pictures.map(({ bytes, files }) => bytes / files))
  return [
    row(
      'weapp code of the main package, the largest',
      largest((part) => part === 'main'),
      BUDGETS.weappCode / KB,
      'KB',
    ),
    row(
      'weapp code of all packages, the largest',
      largest(() => true),
      BUDGETS.weappTemplateCode / KB,
      'KB',
    ),
    row('weapp picture, mean of the app with the largest', each / KB, BUDGETS.picture / KB, 'KB'),
  ]
}

async function run() {
  await buildServer()
  await buildEngine('weapp')
  await buildEngine('h5')
  const server = await startServer({ RATE_LIMIT: 'off', QUOTA_SHOPS_PER_ACCOUNT: 'off' })
  const folder = mkdtempSync(path.join(tmpdir(), 'kaizhang-compiled-'))
  const to = (out: string) => ['--target', 'all', '--out', path.join(folder, out), '--api', server.origin]
  try {
    const three = await openThreeShops(server.origin)
    // the first run bundles the compiler
    await runTimed('--shop', three[0].slug, ...to('first'))
    const alone = []
    for (const { slug } of three) alone.push(await runTimed('--shop', slug, ...to(slug)))
    const apps = alone.flatMap(({ compiled }) => compiled)
    const msOf = (target: string) => apps.filter((app) => app.target === target).map(({ ms }) => ms)
    const seller = await ApiClient.signIn(server.origin)
    const many: string[] = []
    for (let at = 0; at < MANY; at++)
      many.push('--shop', (await seller.openShop([{ name: `好货 ${at}`, price: 900 + at, stock: 9 }])).slug)
    const all = await runTimed(...many, ...to('many'))
    return printTable('bench:compile', [
      row('weapp, a shop: the slowest of three', Math.max(...msOf('weapp')), SHOP_MS, 'ms'),
      row('h5, a shop: the slowest of three', Math.max(...msOf('h5')), SHOP_MS, 'ms'),
      row('the whole command, both targets of a shop', median(alone.map(({ ms }) => ms)), 2 * SHOP_MS, 'ms'),
      row(`${MANY} shops in a row, both targets, the whole command`, all.ms, MANY_MS, 'ms'),
      ...sizeRows(apps),
    ])
  } finally {
    await server.dispose()
    rmSync(folder, { recursive: true, force: true })
  }
}

exitAfter(run())
