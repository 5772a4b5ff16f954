import { buildServer } from './build-server.mjs'
import { root } from './lib/sources.mjs'

// `npm run db:copy`, `shop:export` and their like, and `demo:reset`: what is done to the data while, or instead of, serving it.
const bundle = process.argv[2] === 'demo-reset' ? 'demo-reset' : 'maintenance'
try {
  await buildServer()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
process.chdir(root)
await import(`${root}/dist/server/${bundle}.mjs`)
