import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, context } from 'esbuild'
import { fingerprint, root, unlessBuilt } from './lib/sources.mjs'

const OUT = 'dist/server'

/** Packages with native code or a worker's file of their own: they stay packages beside the bundle. */
export const OUTSIDE = ['better-sqlite3', 'sharp', 'pino']

/** Modules that bundled code asks for on other platforms only. */
const ELSEWHERE = ['pg-native', 'cloudflare:sockets']

/**
 * The real server, what is done to its data beside it, and the seeded demo world. Packages are bundled too: Node opens a handful of files at start, not a
 * thousand, which halves the time until the server answers.
 */
export const serverBundle = {
  absWorkingDir: root,
  entryPoints: [
    { in: 'server/main.ts', out: 'main' },
    { in: 'server/maintenance/main.ts', out: 'maintenance' },
    { in: 'mock-server/main.ts', out: 'demo' },
    { in: 'mock-server/reset.ts', out: 'demo-reset' },
  ].filter(({ in: file }) => existsSync(path.join(root, file))),
  outdir: OUT,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  platform: /** @type {const} */ ('node'),
  target: 'node20',
  format: /** @type {const} */ ('esm'),
  external: [...OUTSIDE, ...ELSEWHERE],
  define: {
    'process.env.NODE_ENV': '"production"',
    'process.env.TARO_ENV': '"h5"',
    // a page's pictures come from where the page comes from
    API_BASE: '""',
  },
  // a first screen is rendered from the site's own components: without a browser, a network or styles
  alias: {
    '@tarojs/components': './server/first-paint/components.ts',
    '@tarojs/taro': './server/first-paint/taro.ts',
    '@/api/call': './server/first-paint/call.ts',
  },
  loader: { '.scss': 'empty' },
  // bundled CommonJS still asks for Node's own modules by `require`
  banner: {
    js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
  },
  resolveExtensions: ['.h5.ts', '.h5.tsx', '.ts', '.tsx', '.mjs', '.js', '.json'],
  sourcemap: true,
  logLevel: /** @type {const} */ ('warning'),
}

export const serverSources = [
  'src',
  'server',
  'mock-server',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
  'scripts/build-server.mjs',
  'scripts/lib',
]

/** Bundles the server into dist/server unless it was already built from these very sources. */
export const buildServer = () => unlessBuilt(OUT, fingerprint(serverSources), () => build(serverBundle))

/** Bundles it again on every change, until the process ends. */
export async function watchServer() {
  const watching = await context(serverBundle)
  await watching.rebuild()
  await watching.watch()
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildServer()
