import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { dropFormer, madeOnce } from './lib/made-once.mjs'
import { sectionStubs } from './lib/section-stubs.mjs'
import { fingerprint, root } from './lib/sources.mjs'
import { buildTaro } from './lib/taro.mjs'
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

/** What a mini-program needs no more than the spaces between its tags. @param {string} out */
function tighten(out) {
  for (const name of readdirSync(out).filter((file) => file.endsWith('.wxml'))) {
    const file = path.join(out, name)
    writeFileSync(file, readFileSync(file, 'utf8').replace(/>\s+</g, '><').replace(/\s+/g, ' ').trim())
  }
}

/** Of nobody's shop yet. @param {string} out */
function finishWeapp(out) {
  writeFileSync(path.join(out, 'carried-shop.js'), 'module.exports = {}\n')
  tighten(out)
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

/**
 * Builds the engine that shops' own apps are made from, unless it was already built from these very sources; answers
 * its folder.
 * @param {Target} target
 */
export async function buildEngine(target) {
  const folder = path.join(root, `dist/engine/${target}-${fingerprint(SOURCES).slice(0, 16)}`)
  await madeOnce(folder, async (out) => {
    console.error(`Building the ${target} engine of shops' own apps (once; half a minute)…`)
    await buildTaro(target, {
      out: path.relative(root, out),
      proof: target === 'weapp' ? 'app.json' : 'index.html',
      env: { KZ_APP: 'one-shop' },
    })
    if (target === 'weapp') finishWeapp(out)
    dropFormer(folder)
  })
  return folder
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  for (const target of /** @type {Target[]} */ (['weapp', 'h5']).filter(
    (each) => !process.argv[2] || process.argv[2] === each,
  ))
    await buildEngine(target)
