// Jest loads every file of a package anew for each test file, and some packages consist of hundreds. This bundles them into
// one file, which makes the server's tests a seventh cheaper.
const { createHash } = require('node:crypto')
const { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs')
const path = require('node:path')
const esbuild = require('esbuild')

const root = path.join(__dirname, '../..')

/** Packages and their entries that tests or the server import. Entries of one package must share its state, so all are here. */
const ENTRIES = [
  '@fastify/ajv-compiler',
  '@fastify/cookie',
  '@fastify/fast-json-stringify-compiler',
  '@fastify/helmet',
  '@fastify/multipart',
  '@fastify/static',
  '@fastify/websocket',
  '@sinclair/typebox',
  '@sinclair/typebox/value',
  'fastify',
  'kysely',
  'kysely/helpers/postgres',
  'pg',
]

/** Native code and an optional package. */
const EXTERNAL = ['better-sqlite3', 'pg-native']

/** Bundles the packages unless this has been done for the installed versions. Returns the folder. */
function bundle() {
  const made = createHash('sha256')
  for (const file of ['package-lock.json', 'scripts/testing/bundle-packages.js'])
    made.update(readFileSync(path.join(root, file)))
  const folder = path.join(root, `dist/test-packages/${made.digest('hex').slice(0, 16)}`)
  if (existsSync(folder)) return folder
  const getters = ENTRIES.map((name) => `get '${name}'() { return require('${name}') }`)
  const [output] = esbuild.buildSync({
    stdin: { contents: `module.exports = { ${getters.join(', ')} }`, resolveDir: root },
    bundle: true,
    platform: 'node',
    target: `node${process.versions.node}`,
    external: EXTERNAL,
    write: false,
  }).outputFiles
  const unfinished = `${folder}.${process.pid}`
  mkdirSync(unfinished, { recursive: true })
  writeFileSync(path.join(unfinished, 'packages.js'), output.contents)
  for (const [at, name] of ENTRIES.entries())
    writeFileSync(path.join(unfinished, `${at}.js`), `module.exports = require('./packages.js')['${name}']\n`)
  try {
    renameSync(unfinished, folder)
  } catch (error) {
    // another process was faster
    if (!existsSync(folder)) throw error
  }
  return folder
}

/** Entries of jest's `moduleNameMapper` that replace the packages by their bundle. */
function bundledPackages() {
  const folder = bundle()
  return Object.fromEntries(ENTRIES.map((name, at) => [`^${name}$`, path.join(folder, `${at}.js`)]))
}

module.exports = { bundledPackages }
