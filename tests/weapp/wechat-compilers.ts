import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Programs of the npm package `miniprogram-compiler`, by system; the others have none. */
const PROGRAMS: Record<string, { wcc: string; wcsc: string } | undefined> = {
  'linux x64': { wcc: 'bin/linux/wcc', wcsc: 'bin/linux/wcsc' },
  'darwin x64': { wcc: 'bin/mac/wcc', wcsc: 'bin/mac/wcsc' },
  'win32 x64': { wcc: 'bin/windows/wcc.exe', wcsc: 'bin/windows/wcsc.exe' },
}

const programs = PROGRAMS[`${process.platform} ${process.arch}`]

/** True if WeChat's compilers run on this machine. */
export const wechatCompilersRun = programs !== undefined

const MOST_BYTES = 64 * 1024 * 1024

function run(program: string, folder: string, args: string[]): string {
  const file = createRequire(__filename).resolve('miniprogram-compiler/package.json')
  const place = mkdtempSync(path.join(tmpdir(), 'wechat-compiler-'))
  try {
    // npm installs the programs without execute permission
    const copy = path.join(place, path.basename(program))
    copyFileSync(path.join(path.dirname(file), program), copy)
    chmodSync(copy, 0o755)
    const ran = spawnSync(copy, args, { cwd: folder, maxBuffer: MOST_BYTES, encoding: 'utf8' })
    if (ran.error) throw ran.error
    return ran.status === 0 ? '' : `${ran.stderr}${ran.stdout}`.trim() || `exit code ${ran.status}`
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

const filesOf = (folder: string, pattern: RegExp) =>
  (readdirSync(folder, { recursive: true }) as string[]).filter((name) => pattern.test(name)).sort()

/** True if a style belongs to a custom component. `wcsc` expects the count of these, and their names before those of pages. */
const isComponent = (folder: string, wxss: string) => {
  const json = path.join(folder, wxss.replace(/wxss$/, 'json'))
  return existsSync(json) && JSON.parse(readFileSync(json, 'utf8')).component === true
}

/** Returns the errors that WeChat's compilers of styles and templates report for a built mini-program; empty if there are none. */
export function refusedByWechat(folder: string): string[] {
  if (!programs) throw new Error('WeChat has no compilers for this machine')
  const styles = filesOf(folder, /\.wxss$/)
  const components = styles.filter((name) => isComponent(folder, name))
  const pages = styles.filter((name) => !components.includes(name))
  const styleArgs = ['-js', '-pc', String(components.length), ...components, ...pages]
  const said = [
    run(programs.wcsc, folder, styleArgs),
    run(programs.wcc, folder, ['-d', ...filesOf(folder, /\.(wxml|wxs)$/), '-gn', '$gwx']),
  ]
  return said.filter((words) => words !== '')
}
