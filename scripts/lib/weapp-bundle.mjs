import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'acorn'

/** Files that WeChat's tools leave out of the upload. */
const LEFT_OUT = /(\.map|\.LICENSE\.txt|\.md)$|(^|\/)project\.(private\.)?config\.json$|(^|\/)\.[^/]+$/

/** File kinds WeChat uploads; others are silently dropped there. Source: developers.weixin.qq.com, code structure. */
const UPLOADED =
  /\.(js|json|wxml|wxss|wxs|png|jpe?g|gif|svg|webp|ttf|woff2?|mp3|mp4|aac|m4a|wav|silk|cer|data|txt|pem)$/

/** @param {string} dist @returns {string[]} paths below it, with forward slashes */
const filesOf = (dist) =>
  readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path
        .relative(dist, path.join(entry.parentPath ?? entry.path, entry.name))
        .split(path.sep)
        .join('/'),
    )
    .filter((file) => !LEFT_OUT.test(file))

/** @param {string} dist */
function appOf(dist) {
  const app = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8'))
  const subPackages = app.subPackages ?? app.subpackages ?? []
  const roots = subPackages.map((/** @type {{ root: string }} */ sub) => sub.root.replace(/^\/|\/$/g, ''))
  const pages = [
    ...app.pages,
    ...subPackages.flatMap((/** @type {{ root: string, pages: string[] }} */ sub, /** @type {number} */ i) =>
      sub.pages.map((page) => `${roots[i]}/${page}`),
    ),
  ]
  return { roots, pages }
}

/** Bytes by package as WeChat counts them: `main`, each subpackage by its root, and all together. @param {string} dist */
export function measureBundle(dist) {
  const { roots } = appOf(dist)
  /** @type {Record<string, number>} */
  const packages = { main: 0, ...Object.fromEntries(roots.map((/** @type {string} */ root) => [root, 0])) }
  for (const file of filesOf(dist)) {
    const home = roots.find((/** @type {string} */ root) => file.startsWith(`${root}/`)) ?? 'main'
    packages[home] = (packages[home] ?? 0) + statSync(path.join(dist, file)).size
  }
  return { packages, total: Object.values(packages).reduce((sum, bytes) => sum + bytes, 0) }
}

/** What is wrong with a built bundle, in words: syntax beyond ES5, missing files, kinds that WeChat drops. @param {string} dist */
export function checkBundle(dist) {
  const files = filesOf(dist)
  const { pages } = appOf(dist)
  const problems = files
    .filter((file) => !UPLOADED.test(file))
    .map((file) => `${file}: WeChat does not upload this kind of file`)
  for (const file of files.filter((name) => name.endsWith('.js'))) {
    try {
      parse(readFileSync(path.join(dist, file), 'utf8'), { ecmaVersion: 5 })
    } catch (error) {
      problems.push(`${file}: not ES5 (${error instanceof Error ? error.message : error})`)
    }
  }
  for (const page of pages)
    for (const kind of ['js', 'json', 'wxml'])
      if (!existsSync(path.join(dist, `${page}.${kind}`))) problems.push(`${page}.${kind} is missing`)
  return problems
}
