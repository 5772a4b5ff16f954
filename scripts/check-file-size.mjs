import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './lib/sources.mjs'

const MAX_LINES = 300

/** Data files have no limit. */
const DATA = [
  /^mock-server\/seed\//,
  /^mock-server\/art\//,
  /^src\/ui\/(art|icon)\//,
  /^src\/domain\/trade-goods\.ts$/,
]

const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\0')
  .filter((file) => /\.(ts|tsx|js|mjs|cjs|scss)$/.test(file) && !DATA.some((data) => data.test(file)))
  .filter((file) => existsSync(path.join(root, file)))

const long = files
  .map((file) => ({ file, lines: readFileSync(path.join(root, file), 'utf8').split('\n').length - 1 }))
  .filter(({ lines }) => lines > MAX_LINES)

for (const { file, lines } of long) console.error(`${file}: ${lines} lines, at most ${MAX_LINES}; split it`)
process.exit(long.length > 0 ? 1 : 0)
