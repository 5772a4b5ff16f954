import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { root } from './lib/sources.mjs'

// Runs a TypeScript entry of this project: `node scripts/run-ts.mjs tests/bench/api.ts [arguments]`.
const [entry, ...rest] = process.argv.slice(2)
if (!entry) {
  console.error('usage: node scripts/run-ts.mjs <file.ts> [arguments]')
  process.exit(2)
}
const outfile = path.join(root, 'dist/tools', entry.replace(/[\\/]/g, '-').replace(/\.ts$/, '.mjs'))
mkdirSync(path.dirname(outfile), { recursive: true })
await build({
  entryPoints: [path.join(root, entry)],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  // the workspace package consists of TypeScript sources, so it is bundled too
  alias: { 'weapp-host': path.join(root, 'packages/weapp-host/src') },
  // a bundled script would take the bundle for itself and run
  external: [path.join(root, 'scripts/*')],
  tsconfig: path.join(root, 'tsconfig.json'),
  resolveExtensions: ['.h5.ts', '.h5.tsx', '.ts', '.tsx', '.mjs', '.js', '.json'],
  logLevel: 'warning',
})
process.argv = [process.argv[0] ?? 'node', outfile, ...rest]
await import(outfile)
