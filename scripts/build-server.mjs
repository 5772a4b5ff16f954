// Bundles the server's entries into dist/server, in well under a second. Packages stay outside.
import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const entries = { main: 'server/main.ts', 'mock-server': 'mock-server/main.ts' }

rmSync(path.join(root, 'dist/server'), { recursive: true, force: true })
await build({
  absWorkingDir: root,
  entryPoints: Object.entries(entries)
    .filter(([, file]) => existsSync(path.join(root, file)))
    .map(([out, file]) => ({ in: file, out })),
  outdir: 'dist/server',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
})
