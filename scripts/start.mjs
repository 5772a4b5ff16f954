import { buildH5 } from './build-h5.mjs'
import { buildServer } from './build-server.mjs'
import { root } from './lib/sources.mjs'

// `npm start` runs the server, `npm run demo` the demo world; both serve the H5 site.
const world = process.argv.includes('--demo') ? 'demo' : 'main'
// a signal ends the build even for process 1; the server installs its own handlers later
const stop = () => process.exit(0)
const signals = ['SIGTERM', 'SIGINT']
for (const signal of signals) process.on(signal, stop)
try {
  await buildH5()
  await buildServer()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
for (const signal of signals) process.off(signal, stop)
process.chdir(root)
await import(`${root}/dist/server/${world}.mjs`)
