import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { buildH5 } from './build-h5.mjs'
import { buildServer, EXTERNAL_PACKAGES, SEED, serverBundle } from './build-server.mjs'
import { packageClosure } from './lib/package-closure.mjs'
import { folderBytes, root } from './lib/sources.mjs'

const OUT = path.join(root, 'dist/release')
const BUDGET_MB = 120

/** Programs of a release: each has a launcher file at the top level. */
const PROGRAMS = ['main', 'maintenance']

/** Entries of a package that are needed only to compile it. */
const SOURCES = /^(deps|src|binding\.gyp)$/

/** @param {string} program */
const launcher = (program) => `import { fileURLToPath } from 'node:url'

process.chdir(fileURLToPath(new URL('.', import.meta.url)))
await import('./server/${program}.mjs')
`

/** @param {string} folder */
async function bundleServer(folder) {
  await build({
    ...serverBundle,
    entryPoints: serverBundle.entryPoints.filter(({ out }) => [...PROGRAMS, 'export-worker'].includes(out)),
    outdir: path.join(folder, 'server'),
    define: {
      ...serverBundle.define,
      'process.env.KZ_H5_DIR': '"h5"',
      'process.env.KZ_SEED_DIR': '"demo-seed"',
      'process.env.KZ_EXPORT_WORKER': '"server/export-worker.mjs"',
    },
  })
  for (const program of PROGRAMS) writeFileSync(path.join(folder, `${program}.mjs`), launcher(program))
}

/** Copies the packages outside of the bundle and their dependencies. @param {string} folder */
function copyPackages(folder) {
  const packages = packageClosure(root, EXTERNAL_PACKAGES)
  for (const name of packages) {
    const from = path.join(root, name)
    cpSync(from, path.join(folder, name), {
      recursive: true,
      filter: (file) => {
        const [first = ''] = path.relative(from, file).split(path.sep)
        return !SOURCES.test(first) || !name.endsWith('/better-sqlite3')
      },
    })
  }
}

/** @param {string} folder */
function copyFiles(folder) {
  const { name, version, license, engines } = JSON.parse(
    readFileSync(path.join(root, 'package.json'), 'utf8'),
  )
  const scripts = {
    start: 'exec node --min-semi-space-size=8 --max-semi-space-size=8 --max-old-space-size=512 main.mjs',
  }
  writeFileSync(
    path.join(folder, 'package.json'),
    `${JSON.stringify({ name, version, private: true, license, engines, type: 'module', scripts }, null, 2)}\n`,
  )
  cpSync(path.join(root, 'dist/h5'), path.join(folder, 'h5'), { recursive: true })
  cpSync(path.join(root, SEED), path.join(folder, 'demo-seed'), { recursive: true })
  for (const file of ['LICENSE', '.env.example']) cpSync(path.join(root, file), path.join(folder, file))
}

/**
 * Builds dist/release for this system and processor: the server, the H5 site and the needed packages. It runs with `node
 * main.mjs` and needs only Node.
 * @returns its size in bytes; over the budget is an error.
 */
export async function buildRelease() {
  await buildH5()
  await buildServer()
  const draft = `${OUT}.part`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true })
  await bundleServer(draft)
  copyPackages(draft)
  copyFiles(draft)
  const bytes = folderBytes(draft)
  if (bytes > BUDGET_MB * 1e6)
    throw new Error(`The release has ${(bytes / 1e6).toFixed(1)} MB of at most ${BUDGET_MB} MB.`)
  rmSync(OUT, { recursive: true, force: true })
  renameSync(draft, OUT)
  return bytes
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  console.log(`dist/release: ${((await buildRelease()) / 1e6).toFixed(1)} MB. It runs by: node main.mjs`)
