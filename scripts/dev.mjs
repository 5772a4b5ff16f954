import { spawn } from 'node:child_process'
import path from 'node:path'
import { watchServer } from './build-server.mjs'
import { root } from './lib/sources.mjs'

// Development: the H5 site with hot reload on H5_PORT (4181), the API on PORT (4180), both rebuilt on change.
await watchServer()

/** @param {string[]} args @param {Record<string, string>} env */
const run = (args, env = {}) =>
  spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })

const children = [
  run(['--watch', 'dist/server/main.mjs']),
  run([path.join('node_modules', '@tarojs/cli/bin/taro'), 'build', '--type', 'h5', '--no-check', '--watch'], {
    NODE_ENV: 'development',
  }),
]
const stop = () => {
  for (const child of children) child.kill()
  process.exit(0)
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
