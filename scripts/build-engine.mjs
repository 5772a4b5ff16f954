import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { usedNames } from '../config/used-names.cjs'
import { dropFormer, madeOnce } from './lib/made-once.mjs'
import { sectionStubs } from './lib/section-stubs.mjs'
import { fingerprint, root } from './lib/sources.mjs'
import { buildTaro } from './lib/taro.mjs'
import { tightenWeapp } from './lib/tighten-weapp.mjs'
import { checkBundle } from './lib/weapp-bundle.mjs'

/** @typedef {'weapp' | 'h5'} Target */

const SOURCES = [
  'src',
  'config',
  'babel.config.js',
  'package-lock.json',
  'package.json',
  'scripts/build-engine.mjs',
]

/** Of nobody's shop yet. @param {string} out */
function finishWeapp(out) {
  writeFileSync(path.join(out, 'carried-shop.js'), 'module.exports = {}\n')
  tightenWeapp(out, usedNames(path.join(root, 'src')).words)
  writeFileSync(path.join(out, 'section-stubs.json'), JSON.stringify(sectionStubs(out)))
  for (const entry of readdirSync(out).filter((name) => name.endsWith('.LICENSE.txt')))
    rmSync(path.join(out, entry))
  // a page of its own that reads the file would look for it in its own folder
  const readers = readdirSync(out, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.js') && name !== 'carried-shop.js')
    .filter((name) => readFileSync(path.join(out, name), 'utf8').includes('carried-shop.js'))
  if (readers.length !== 1 || readers[0]?.includes(path.sep))
    throw new Error(`The engine must read carried-shop.js in one place at its root, not in ${readers.join()}`)
  const problems = checkBundle(out, { ecmaVersion: 2018 })
  if (problems.length > 0) throw new Error(`The engine is not fit to ship:\n  ${problems.join('\n  ')}`)
}

/** @param {Target} target @param {string} out @param {string[]} kinds */
async function make(target, out, kinds) {
  await buildTaro(target, {
    out: path.relative(root, out),
    proof: target === 'weapp' ? 'app.json' : 'index.html',
    env: { KZ_APP: 'one-shop', ...(kinds.length > 0 ? { KZ_SECTIONS: kinds.join() } : {}) },
  })
  if (target === 'weapp') finishWeapp(out)
}

/**
 * Builds the engine that shops' own apps are made from, unless it was already built from these very sources; answers
 * its folder.
 * @param {Target} target
 */
export async function buildEngine(target) {
  const folder = path.join(root, `dist/engine/${target}-${fingerprint(SOURCES).slice(0, 16)}`)
  await madeOnce(folder, async (out) => {
    console.error(`Building the ${target} engine of shops' own apps (once; half a minute)…`)
    await make(target, out, [])
    dropFormer(folder)
  })
  return folder
}

/**
 * Builds an engine that has some kinds of sections alone. All that enters it is in the folder's name, and webpack's own
 * cache, which overlooks some of that, is off: so no two builds are ever taken for one another.
 * @param {Target} target @param {string[]} kinds
 */
export async function buildFull(target, kinds) {
  const own = [...new Set(kinds)].sort()
  const made = fingerprint(SOURCES, { own, node: process.version }).slice(0, 16)
  const folder = path.join(root, `dist/engine/full-${target}-${made}`)
  await madeOnce(folder, async (out) => {
    console.error(
      `Building the ${target} app from source, with ${own.length} kinds of sections (half a minute)…`,
    )
    await make(target, out, own)
    if (target === 'weapp') checkSections(out, own)
  })
  return folder
}

/** @param {string} out @param {string[]} kinds */
function checkSections(out, kinds) {
  const built = Object.keys(sectionStubs(out)).map((name) => name.slice('section-'.length, -'.js'.length))
  if (built.sort().join() !== kinds.join())
    throw new Error(`The build has the sections ${built.join()}, not ${kinds.join()}: it was not kept`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  for (const target of /** @type {Target[]} */ (['weapp', 'h5']).filter(
    (each) => !process.argv[2] || process.argv[2] === each,
  ))
    await buildEngine(target)
