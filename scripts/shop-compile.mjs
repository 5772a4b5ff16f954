import { buildCompiler } from './build-compiler.mjs'
import { buildEngine, buildFull } from './build-engine.mjs'

const args = process.argv.slice(2)
const compiler = await buildCompiler()
const { main } = await import(compiler)
process.exitCode = await main(args, { ready: buildEngine, full: buildFull })
