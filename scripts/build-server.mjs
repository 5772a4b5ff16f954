import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { build, context } from 'esbuild'
import { buildIfChanged, fingerprint, root } from './lib/sources.mjs'

const OUT = 'dist/server'
export const SEED = 'dist/demo-seed'

/** Packages with native code or a separate worker file stay outside of the bundle. */
export const EXTERNAL_PACKAGES = ['better-sqlite3', 'sharp', 'pino']

/** Modules that bundled code imports only on other platforms. */
const OPTIONAL_MODULES = ['pg-native', 'cloudflare:sockets']

const UNICODE = /[\u0080-\uffff]/g

const escapeUnicode = (/** @type {string} */ character) =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

/**
 * Escapes what esbuild leaves in comments and regular expressions: Node keeps the sources of loaded scripts in memory, with two
 * bytes for each character when one of them is not ASCII.
 * @type {import('esbuild').Plugin}
 */
const asciiSources = {
  name: 'ascii-sources',
  setup(bundle) {
    bundle.initialOptions.metafile = true
    bundle.onEnd(({ metafile }) => {
      for (const name of Object.keys(metafile?.outputs ?? {}).filter((output) => output.endsWith('.mjs'))) {
        const file = path.join(root, name)
        writeFileSync(file, readFileSync(file, 'utf8').replace(UNICODE, escapeUnicode))
      }
    })
  },
}

/**
 * Bundle of the server, the maintenance commands and the demo world. Packages are bundled too: opening a few files instead
 * of a thousand halves the start time.
 */
export const serverBundle = {
  absWorkingDir: root,
  entryPoints: [
    { in: 'server/main.ts', out: 'main' },
    { in: 'server/maintenance/main.ts', out: 'maintenance' },
    { in: 'server/modules/exports/worker.ts', out: 'export-worker' },
    { in: 'mock-server/main.ts', out: 'demo' },
    { in: 'mock-server/reset.ts', out: 'demo-reset' },
    { in: 'mock-server/seed/main.ts', out: 'demo-seed' },
  ].filter(({ in: file }) => existsSync(path.join(root, file))),
  outdir: OUT,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  platform: /** @type {const} */ ('node'),
  target: 'node20',
  format: /** @type {const} */ ('esm'),
  external: [...EXTERNAL_PACKAGES, ...OPTIONAL_MODULES],
  define: {
    'process.env.NODE_ENV': '"production"',
    'process.env.TARO_ENV': '"h5"',
    // pictures have the origin of the page
    API_BASE: '""',
  },
  // the first screen is rendered from the site's components without browser, network or styles
  alias: {
    '@tarojs/components': './server/first-paint/components.ts',
    '@tarojs/taro': './server/first-paint/taro.ts',
    '@/api/call': './server/first-paint/call.ts',
  },
  loader: { '.scss': 'empty' },
  plugins: [asciiSources],
  // bundled CommonJS modules call `require` for Node's modules
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

/** What the content of demo worlds comes from. */
const seedSources = ['mock-server/seed', 'mock-server/art', 'server/db/migrations', 'src/templates/presets']

async function makeSeed() {
  const draft = path.join(root, `${SEED}.part`)
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true })
  await promisify(execFile)(process.execPath, [path.join(OUT, 'demo-seed.mjs'), draft], { cwd: root })
  rmSync(path.join(root, SEED), { recursive: true, force: true })
  renameSync(draft, path.join(root, SEED))
}

const buildSeed = () => buildIfChanged(SEED, fingerprint(seedSources), makeSeed)

/** Bundles the server into dist/server, and makes the seed of demo worlds, unless they are up to date. */
export async function buildServer() {
  await buildIfChanged(OUT, fingerprint(serverSources), () => build(serverBundle))
  await buildSeed()
}

/** Bundles the server again on every change until the process ends. */
export async function watchServer() {
  const watching = await context(serverBundle)
  await watching.rebuild()
  await buildSeed()
  await watching.watch()
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildServer()
