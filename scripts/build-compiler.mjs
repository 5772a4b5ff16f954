import path from 'node:path'
import { build } from 'esbuild'
import { serverBundle } from './build-server.mjs'
import { keepInBuildCache } from './lib/build-cache.mjs'
import { buildOnce } from './lib/build-once.mjs'
import { overlaySources } from './lib/custom-source.mjs'
import { checkStyles, toScriptError } from './lib/custom-source-errors.mjs'
import { checkTypes } from './lib/custom-source-types.mjs'
import { fingerprint, root } from './lib/sources.mjs'

/** @typedef {import('./lib/custom-source.mjs').CustomSource} CustomSource */

export const compilerSources = [
  'src',
  'server',
  'compiler',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
  'scripts/build-compiler.mjs',
  'scripts/build-server.mjs',
  'scripts/lib',
]

/** @param {string} outdir @param {Record<string, string>} more */
const bundle = (outdir, more = {}) =>
  build({
    ...serverBundle,
    entryPoints: [{ in: 'compiler/main.ts', out: 'main' }],
    outdir,
    // a first screen is rendered as the compiled app shows it
    alias: {
      ...serverBundle.alias,
      '@/platform/embedded-shop/embedded-shop': './compiler/rendered-shop.ts',
      ...more,
    },
  })

/** Bundles the shop compiler unless the bundle is up to date; returns its file. */
export async function buildCompiler() {
  const folder = path.join(root, `dist/compiler/bundle-${fingerprint(compilerSources).slice(0, 16)}`)
  await buildOnce(folder, async (outdir) => void (await bundle(outdir)))
  keepInBuildCache(folder, { maxKept: 1 })
  return path.join(folder, 'main.mjs')
}

/**
 * Bundles a compiler that includes a shop's custom source, which renders its first screen. Errors in that source are
 * reported by file and line.
 * @param {CustomSource} source
 */
export async function buildCustomCompiler(source) {
  const folder = path.join(
    root,
    `dist/compiler/own-${fingerprint(compilerSources, source.hash).slice(0, 16)}`,
  )
  const overlay = await overlaySources(source)
  await buildOnce(folder, async (outdir) => {
    checkStyles(source, overlay)
    checkTypes(source, overlay)
    const alias = { '@': `./${overlay}` }
    await bundle(outdir, alias).catch((error) => {
      throw toScriptError(source, overlay, error)
    })
  })
  keepInBuildCache(folder)
  return path.join(folder, 'main.mjs')
}
