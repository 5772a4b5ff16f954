import { buildServer } from './build-server.mjs'
import { root } from './lib/sources.mjs'

// `npm run db:copy`, `db:backup` and `db:restore`: what is done to the data while, or instead of, serving it.
try {
  await buildServer()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
process.chdir(root)
await import(`${root}/dist/server/upkeep.mjs`)
