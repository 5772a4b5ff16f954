import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './sources.mjs'

/** A larger young generation needs fewer collections. */
const NODE_OPTIONS = ['--min-semi-space-size=32', '--max-semi-space-size=64']

/**
 * Builds one target. Taro exits 0 on a bad configuration, so the file `proof` is checked as well.
 * @param {'h5' | 'weapp'} target @param {{ out: string, proof: string, env?: Record<string, string>, verbose?: boolean }}
 * options
 */
export async function buildTaro(target, { out, proof, env = {}, verbose = false }) {
  rmSync(path.join(root, out, proof), { force: true })
  const { code, text } = await run(target, {
    ...env,
    KZ_OUT: out,
    TARO_ENV: target,
    NODE_ENV: 'production',
    CI: 'true',
  })
  const isBuilt = existsSync(path.join(root, out, proof))
  if (verbose || code !== 0 || !isBuilt) process.stdout.write(lastLines(text))
  if (code !== 0 || !isBuilt)
    throw Object.assign(new Error(`The ${target} build failed${isBuilt ? '' : ` (no ${out}/${proof})`}.`), {
      output: text,
    })
  if (target === 'weapp') finishProject(path.join(root, out))
}

/** Adds the sitemap. Taro writes the root `./`, with which WeChat's release tool finds no components. @param {string} out */
function finishProject(out) {
  copyFileSync(path.join(root, 'src/sitemap.json'), path.join(out, 'sitemap.json'))
  const file = path.join(out, 'project.config.json')
  const project = { ...JSON.parse(readFileSync(file, 'utf8')), miniprogramRoot: '' }
  writeFileSync(file, `${JSON.stringify(project, null, 2)}\n`)
}

/** The last lines of a failed build, without the progress bar. @param {string} text */
const lastLines = (text) =>
  `${text
    .split('\n')
    .filter((line) => !/Webpack █|^编译/.test(line))
    .slice(-40)
    .join('\n')}\n`

/** @param {string} target @param {Record<string, string>} env @returns {Promise<{ code: number | null, text: string }>} */
function run(target, env) {
  return new Promise((resolve, reject) => {
    const cli = path.join(root, 'node_modules/@tarojs/cli/bin/taro')
    const child = spawn(process.execPath, [...NODE_OPTIONS, cli, 'build', '--type', target, '--no-check'], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const end = () => child.kill()
    process.once('exit', end)
    let text = ''
    child.stdout.on('data', (part) => (text += part))
    child.stderr.on('data', (part) => (text += part))
    child.on('error', reject)
    child.on('exit', (code) => {
      process.off('exit', end)
      resolve({ code, text })
    })
  })
}
