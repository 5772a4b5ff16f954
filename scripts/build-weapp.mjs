import { pathToFileURL } from 'node:url'
import { appFingerprint } from './lib/app-sources.mjs'
import { minifyScripts } from './lib/minify-scripts.mjs'
import { buildIfChanged, invalidateBuild, root } from './lib/sources.mjs'
import { buildTaro } from './lib/taro.mjs'
import { shortenSharedNames } from './lib/trim-weapp.mjs'
import { apiProblem } from './lib/weapp-api.mjs'
import { checkBundle, measureBundle } from './lib/weapp-bundle.mjs'

const OUT = 'dist/weapp'
const KB = 1024

/** Size limits in bytes, of some packages less than of others; WeChat itself allows 2 MB for a package and 20 MB in total. */
export const weappBudgets = { package: 700 * KB, total: 6 * KB * KB }

/** @type {Record<string, number>} */
const packageBudgets = { 'pages/merchant': 400 * KB }

/** Returns the size table and the names over budget. @param {{ packages: Record<string, number>, total: number }} sizes */
export function weighBundle(sizes) {
  const rows = [
    ...Object.entries(sizes.packages).map(([name, bytes]) => ({
      ...{ name, bytes },
      budget: packageBudgets[name] ?? weappBudgets.package,
    })),
    { name: 'total', bytes: sizes.total, budget: weappBudgets.total },
  ]
  return { rows, over: rows.filter((row) => row.bytes > row.budget).map((row) => row.name) }
}

export const weappFingerprint = () => appFingerprint('scripts/build-weapp.mjs')

async function build() {
  console.log('Building the mini-program (about a quarter of a minute)…')
  await buildTaro('weapp', { out: OUT, proof: 'app.json' })
  shortenSharedNames(`${root}/${OUT}`)
  await minifyScripts(`${root}/${OUT}`, 5)
  const { rows, over } = weighBundle(measureBundle(`${root}/${OUT}`))
  for (const { name, bytes, budget } of rows)
    console.log(
      `  ${name.padEnd(18)} ${(bytes / KB).toFixed(1).padStart(8)} KB of ${(budget / KB).toFixed(0)} KB`,
    )
  const problems = [...checkBundle(`${root}/${OUT}`), ...over.map((name) => `${name} is over its budget`)]
  if (problems.length > 0) throw new Error(`The mini-program is not fit to ship:\n  ${problems.join('\n  ')}`)
}

/** Builds the mini-program into dist/weapp unless it is up to date; fails over budget. */
export async function buildWeapp({ force = false } = {}) {
  if (force) invalidateBuild(OUT)
  await buildIfChanged(OUT, weappFingerprint(), build)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const problem = apiProblem(process.env.TARO_APP_API_BASE, process.argv.includes('--dev'))
  if (problem) {
    console.error(problem)
    process.exit(1)
  }
  await buildWeapp({ force: true }).catch((error) => {
    console.error(error.message)
    process.exit(1)
  })
}
