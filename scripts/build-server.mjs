import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, context } from 'esbuild'
import { fingerprint, isFresh, markFresh, root } from './lib/sources.mjs'

const OUT = 'dist/server'

/** The real server, and the seeded demo world. Packages stay outside the bundles. */
const options = {
  absWorkingDir: root,
  entryPoints: [
    { in: 'server/main.ts', out: 'main' },
    { in: 'mock-server/main.ts', out: 'demo' },
  ].filter(({ in: file }) => existsSync(path.join(root, file))),
  outdir: OUT,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  platform: /** @type {const} */ ('node'),
  target: 'node20',
  format: /** @type {const} */ ('esm'),
  packages: /** @type {const} */ ('external'),
  resolveExtensions: ['.h5.ts', '.h5.tsx', '.ts', '.tsx', '.mjs', '.js', '.json'],
  sourcemap: true,
  logLevel: /** @type {const} */ ('warning'),
}

/** Bundles the server into dist/server unless it was already built from these very sources. */
export async function buildServer() {
  const print = fingerprint([
    'src',
    'server',
    'mock-server',
    'package.json',
    'tsconfig.json',
    'scripts/build-server.mjs',
  ])
  const stamp = path.join(root, OUT, '.built-from')
  if (isFresh(stamp, print)) return
  await build(options)
  markFresh(stamp, print)
}

/** Bundles it again on every change, until the process ends. */
export async function watchServer() {
  const watching = await context(options)
  await watching.rebuild()
  await watching.watch()
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildServer()
