import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { usedNames } from '../config/used-names.cjs'
import { appFingerprint } from './lib/app-sources.mjs'
import { keepInBuildCache } from './lib/build-cache.mjs'
import { buildOnce } from './lib/build-once.mjs'
import { overlaySources } from './lib/custom-source.mjs'
import { toBuildError } from './lib/custom-source-errors.mjs'
import { minifyScripts } from './lib/minify-scripts.mjs'
import { sectionStubs } from './lib/section-stubs.mjs'
import { bundleServiceWorker } from './lib/site-scripts.mjs'
import { root } from './lib/sources.mjs'
import { buildTaro } from './lib/taro.mjs'
import { shareScaledLengths, shortenClassNames, shortenScripts, trimWeapp } from './lib/trim-weapp.mjs'
import { checkBundle } from './lib/weapp-bundle.mjs'

/** @typedef {'weapp' | 'h5'} Target */
/** @typedef {import('./lib/custom-source.mjs').CustomSource} CustomSource */

/** Fingerprint of an engine's sources and options. @param {object} more */
export const engineFingerprint = (more = {}) => appFingerprint('scripts/build-engine.mjs', more).slice(0, 16)

/** Completes and checks an engine that holds no shop yet. @param {string} out @param {string} sources */
async function finishWeapp(out, sources) {
  await minifyScripts(out, 2018)
  writeFileSync(path.join(out, 'embedded-shop.js'), 'module.exports = {}\n')
  trimWeapp(out, usedNames(path.join(root, sources)).words)
  shortenClassNames(out)
  shareScaledLengths(out)
  shortenScripts(out)
  writeFileSync(path.join(out, 'section-stubs.json'), JSON.stringify(sectionStubs(out)))
  for (const entry of readdirSync(out).filter((name) => name.endsWith('.LICENSE.txt')))
    rmSync(path.join(out, entry))
  // a page that reads the file itself would resolve it in its own folder
  const readers = readdirSync(out, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.js') && name !== 'embedded-shop.js')
    .filter((name) => readFileSync(path.join(out, name), 'utf8').includes('embedded-shop.js'))
  if (readers.length !== 1 || readers[0]?.includes(path.sep))
    throw new Error(
      `The engine must read embedded-shop.js in one place at its root, not in ${readers.join()}`,
    )
  const problems = checkBundle(out, { ecmaVersion: 2018 })
  if (problems.length > 0) throw new Error(`The engine is not fit to ship:\n  ${problems.join('\n  ')}`)
}

/** @param {Target} target @param {string} out @param {Record<string, string>} env */
async function runBuild(target, out, env = {}) {
  await buildTaro(target, {
    out: path.relative(root, out),
    proof: target === 'weapp' ? 'app.json' : 'index.html',
    env: { KZ_APP: 'one-shop', ...env },
  })
  if (target === 'weapp') await finishWeapp(out, env.KZ_SRC ?? 'src')
  else await bundleServiceWorker(root, out)
}

/**
 * Builds the engine of compiled apps unless it is up to date; returns its folder.
 * @param {Target} target
 */
export async function buildEngine(target) {
  const folder = path.join(root, `dist/engine/${target}-${engineFingerprint()}`)
  await buildOnce(folder, async (out) => {
    console.error(`Building the ${target} engine of shops' own apps (once; half a minute)…`)
    await runBuild(target, out)
  })
  keepInBuildCache(folder, { maxKept: 1 })
  return folder
}

/**
 * Builds an engine with only some kinds of sections and, if given, a shop's custom source. The folder's name contains all
 * inputs and webpack's incomplete cache is off, so builds cannot be mixed up.
 * @param {Target} target @param {string[]} kinds @param {CustomSource} [customSource]
 */
export async function buildFullEngine(target, kinds, customSource) {
  const sections = [...new Set(kinds)].sort()
  const buildHash = engineFingerprint({ sections, customSource: customSource?.hash })
  const folder = path.join(root, `dist/engine/full-${target}-${buildHash}`)
  const overlay = customSource && (await overlaySources(customSource))
  await buildOnce(folder, async (out) => {
    console.error(
      `Building the ${target} app from source, with ${sections.length} kinds of sections (half a minute)…`,
    )
    const env = { KZ_SECTIONS: sections.join(), ...(overlay ? { KZ_SRC: overlay } : {}) }
    await runBuild(target, out, env).catch((error) => {
      throw customSource && overlay ? toBuildError(customSource, overlay, error) : error
    })
    checkSections(target, out, sections)
  })
  keepInBuildCache(folder)
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
