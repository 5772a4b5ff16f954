import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { usedNames } from '../config/used-names.cjs'
import { appPrint } from './lib/app-sources.mjs'
import { mixSources } from './lib/custom-source.mjs'
import { buildFault } from './lib/custom-source-errors.mjs'
import { madeOnce } from './lib/made-once.mjs'
import { sectionStubs } from './lib/section-stubs.mjs'
import { keepOnShelf } from './lib/shelf.mjs'
import { root } from './lib/sources.mjs'
import { buildTaro } from './lib/taro.mjs'
import { tightenWeapp } from './lib/tighten-weapp.mjs'
import { checkBundle } from './lib/weapp-bundle.mjs'

/** @typedef {'weapp' | 'h5'} Target */
/** @typedef {import('./lib/custom-source.mjs').OwnSource} OwnSource */

/** What an engine is built from, and what it is to be. @param {object} more */
export const enginePrint = (more = {}) => appPrint('scripts/build-engine.mjs', more).slice(0, 16)

/** Of nobody's shop yet. @param {string} out @param {string} sources */
function finishWeapp(out, sources) {
  writeFileSync(path.join(out, 'carried-shop.js'), 'module.exports = {}\n')
  tightenWeapp(out, usedNames(path.join(root, sources)).words)
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

/** @param {Target} target @param {string} out @param {Record<string, string>} env */
async function make(target, out, env = {}) {
  await buildTaro(target, {
    out: path.relative(root, out),
    proof: target === 'weapp' ? 'app.json' : 'index.html',
    env: { KZ_APP: 'one-shop', ...env },
  })
  if (target === 'weapp') finishWeapp(out, env.KZ_SRC ?? 'src')
}

/**
 * Builds the engine that shops' own apps are made from, unless it was already built from these very sources; answers
 * its folder.
 * @param {Target} target
 */
export async function buildEngine(target) {
  const folder = path.join(root, `dist/engine/${target}-${enginePrint()}`)
  await madeOnce(folder, async (out) => {
    console.error(`Building the ${target} engine of shops' own apps (once; half a minute)…`)
    await make(target, out)
  })
  keepOnShelf(folder, { kept: 1 })
  return folder
}

/**
 * Builds an engine that has some kinds of sections alone, and a shop's own source where it has some. All that enters it
 * is in the folder's name, and webpack's own cache, which overlooks some of that, is off: so no two builds are ever taken
 * for one another.
 * @param {Target} target @param {string[]} kinds @param {OwnSource} [own]
 */
export async function buildFull(target, kinds, own) {
  const sections = [...new Set(kinds)].sort()
  const made = enginePrint({ sections, own: own?.print })
  const folder = path.join(root, `dist/engine/full-${target}-${made}`)
  const mixed = own && (await mixSources(own))
  await madeOnce(folder, async (out) => {
    console.error(
      `Building the ${target} app from source, with ${sections.length} kinds of sections (half a minute)…`,
    )
    const env = { KZ_SECTIONS: sections.join(), ...(mixed ? { KZ_SRC: mixed } : {}) }
    await make(target, out, env).catch((error) => {
      throw own && mixed ? buildFault(own, mixed, error) : error
    })
    checkSections(target, out, sections)
  })
  keepOnShelf(folder)
  return folder
}

/** @param {Target} target @param {string} out @param {string[]} kinds */
function checkSections(target, out, kinds) {
  const built =
    target === 'weapp'
      ? Object.keys(sectionStubs(out)).map((name) => name.slice('section-'.length, -'.js'.length))
      : JSON.parse(readFileSync(path.join(out, 'page-files.json'), 'utf8')).sections
  if (built.sort().join() !== kinds.join())
    throw new Error(`The build has the sections ${built.join()}, not ${kinds.join()}: it was not kept`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  for (const target of /** @type {Target[]} */ (['weapp', 'h5']).filter(
    (each) => !process.argv[2] || process.argv[2] === each,
  ))
    await buildEngine(target)
