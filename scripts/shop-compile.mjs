import { buildCompiler, buildOwnCompiler } from './build-compiler.mjs'
import { buildEngine, buildFull } from './build-engine.mjs'
import { readOwn } from './lib/custom-source.mjs'

/** The compiler of a shop that has source of its own. @param {string} folder */
async function ownCompiler(folder) {
  const own = readOwn(folder)
  const { main } = await import(await buildOwnCompiler(own))
  return main
}

const { main } = await import(await buildCompiler())
process.exitCode = await main(process.argv.slice(2), {
  ready: buildEngine,
  full: (
    /** @type {import('./build-engine.mjs').Target} */ target,
    /** @type {string[]} */ kinds,
    /** @type {string | undefined} */ own,
  ) => buildFull(target, kinds, own === undefined ? undefined : readOwn(own)),
  own: ownCompiler,
})
