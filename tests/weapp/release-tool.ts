import { execFile } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { buildOnce } from '../../scripts/lib/build-once.mjs'

const run = promisify(execFile)

/** WeChat's release tool, which is installed when it is first used: with its packages it has 275 MB. */
const TOOL = 'miniprogram-ci@2.1.42'

/** Installs the tool beside the builds, and returns its folder. Its install scripts are not needed to compile. */
async function installTool(): Promise<string> {
  const folder = path.resolve('dist/tools', TOOL)
  await buildOnce(folder, async (into: string) => {
    mkdirSync(into, { recursive: true })
    const options = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund']
    await run('npm', ['install', TOOL, '--prefix', into, ...options], { cwd: into })
  })
  return path.join(folder, 'node_modules/miniprogram-ci')
}

/** Compiles the project of a folder as for an upload. Its attributes come from WeChat's servers, except the default ones. */
const COMPILE = `
  const [tool, projectPath] = process.argv.slice(1)
  const ci = require(tool)
  const project = new ci.Project({ appid: 'wx0123456789abcdef', type: 'miniProgram', projectPath, privateKey: 'none' })
  project.attr = async () => ci.DefaultProjectAttr
  ci.getCompiledResult({ project, setting: { es6: false, minify: false } }).then(
    (files) => {
      process.stdout.write('\\n' + JSON.stringify(Object.keys(files)) + '\\n')
      process.exit(0)
    },
    (error) => {
      console.error(error.message)
      process.exit(1)
    },
  )
`

/** Returns the files that WeChat's release tool makes of a built mini-program. @throws with its message when it refuses one. */
export async function compileForRelease(folder: string): Promise<string[]> {
  const tool = await installTool()
  const { stdout } = await run(process.execPath, ['-e', COMPILE, tool, path.resolve(folder)], {
    maxBuffer: 64 * 1024 * 1024,
  })
  const last = stdout.trim().split('\n').at(-1) ?? '[]'
  return JSON.parse(last) as string[]
}
