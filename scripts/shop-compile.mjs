import { buildCompiler, buildCustomCompiler } from './build-compiler.mjs'
import { buildEngine, buildFullEngine } from './build-engine.mjs'
import { readCustomSource } from './lib/custom-source.mjs'

/** Loads a compiler that includes a shop's custom source. @param {string} folder */
async function loadCustomCompiler(folder) {
  const customSource = readCustomSource(folder)
  const { main } = await import(await buildCustomCompiler(customSource))
  return main
}

const { main } = await import(await buildCompiler())
process.exitCode = await main(process.argv.slice(2), {
  buildShared: buildEngine,
  buildWithSections: (
    /** @type {import('./build-engine.mjs').Target} */ target,
    /** @type {string[]} */ kinds,
    /** @type {string | undefined} */ customSource,
  ) =>
    buildFullEngine(target, kinds, customSource === undefined ? undefined : readCustomSource(customSource)),
  loadCustomCompiler,
})
