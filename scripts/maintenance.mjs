import { buildServer } from './build-server.mjs'
import { root } from './lib/sources.mjs'

// Runs the maintenance commands (`npm run db:…`, `npm run shop:…`) and `npm run demo:reset`.
const bundle = process.argv[2] === 'demo-reset' ? 'demo-reset' : 'maintenance'
try {
  await buildServer()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
process.chdir(root)
await import(`${root}/dist/server/${bundle}.mjs`)
