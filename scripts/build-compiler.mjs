import path from 'node:path'
import { build } from 'esbuild'
import { serverBundle } from './build-server.mjs'
import { mixSources } from './lib/custom-source.mjs'
import { checkStyles, scriptFault } from './lib/custom-source-errors.mjs'
import { checkTypes } from './lib/custom-source-types.mjs'
import { madeOnce } from './lib/made-once.mjs'
import { keepOnShelf } from './lib/shelf.mjs'
import { fingerprint, root } from './lib/sources.mjs'

/** @typedef {import('./lib/custom-source.mjs').OwnSource} OwnSource */

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
    // a first screen is rendered for the app of one shop
    alias: {
      ...serverBundle.alias,
      '@/platform/embedded-shop/embedded-shop': './compiler/rendered-shop.ts',
      ...more,
    },
  })

/** Bundles the shop compiler unless it was already built from these very sources; answers its file. */
export async function buildCompiler() {
  const folder = path.join(root, `dist/compiler/bundle-${fingerprint(compilerSources).slice(0, 16)}`)
  await madeOnce(folder, async (outdir) => void (await bundle(outdir)))
  keepOnShelf(folder, { kept: 1 })
  return path.join(folder, 'main.mjs')
}

/**
 * The compiler with a shop's own source in it, since it paints the first screen from it. What cannot be read of that source
 * is told by file and line.
 * @param {OwnSource} own
 */
export async function buildOwnCompiler(own) {
  const folder = path.join(root, `dist/compiler/own-${fingerprint(compilerSources, own.print).slice(0, 16)}`)
  const mixed = await mixSources(own)
  await madeOnce(folder, async (outdir) => {
    checkStyles(own, mixed)
    checkTypes(own, mixed)
    const quiet = { '@': `./${mixed}` }
    await bundle(outdir, quiet).catch((error) => {
      throw scriptFault(own, mixed, error)
    })
  })
  keepOnShelf(folder)
  return path.join(folder, 'main.mjs')
}
