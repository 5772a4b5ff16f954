import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { root } from './lib/sources.mjs'

// Runs the benchmarks one after another, all of them also when one exceeds its budget: `npm run bench`. Exits with 1 if any did.
const benchmarks = [
  'wizard',
  'api',
  'paint',
  'lighthouse',
  'list',
  'compile',
  'search',
  'large-shop',
  'demo',
  'lesson',
  'size',
]

const failed = benchmarks.filter((name) => {
  const script = path.join(root, 'scripts/run-ts.mjs')
  const { status } = spawnSync(process.execPath, [script, `tests/bench/${name}.ts`], {
    cwd: root,
    stdio: 'inherit',
  })
  return status !== 0
})

if (failed.length > 0) {
  console.error(`\nover their budget, or failed: ${failed.map((name) => `bench:${name}`).join(', ')}`)
  process.exit(1)
}
