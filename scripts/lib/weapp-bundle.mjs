import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'acorn'
import { TmplGroup } from 'glass-easel-template-compiler'
import postcss from 'postcss'
import { refusedParts } from './wxss-selectors.mjs'

/**
 * @typedef {{ packages: Record<string, number>, total: number }} BundleSize Bytes of `main` and of each subpackage's root.
 */
/** @typedef {{ root: string, pages: string[] }} Subpackage */
/** @typedef {import('acorn').ecmaVersion} Syntax */

const KB = 1024
/** WeChat's limits. */
const PACKAGE_BYTES = 2048 * KB
const TOTAL_BYTES = 20 * 1024 * KB
const TAB_ICON_BYTES = 40 * KB

const NOT_UPLOADED = /(\.map|\.LICENSE\.txt)$|^project(\.private)?\.config\.json$|^\.[^/]+$/
const UPLOADED =
  /\.(js|json|wxml|wxss|wxs|png|jpe?g|gif|svg|webp|ttf|woff2?|mp3|mp4|aac|m4a|wav|cer|data|txt|pem)$/

const trim = (/** @type {string} */ file) => file.replace(/^\/+|\/+$/g, '')

/** WeChat's release tool, miniprogram-ci, finds no components below any other root. @param {string} dist @returns {string[]} */
function rootProblems(dist) {
  const file = path.join(dist, 'project.config.json')
  if (!existsSync(file) || JSON.parse(readFileSync(file, 'utf8')).miniprogramRoot === '') return []
  return ['project.config.json: miniprogramRoot must be empty in the folder of the bundle']
}

/** Files that are uploaded, as paths inside the build. @param {string} dist @returns {string[]} */
function uploadedFiles(dist) {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dist, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((file) => !NOT_UPLOADED.test(file))
    .sort()
}

const read = (/** @type {string} */ dist, /** @type {string} */ file) =>
  readFileSync(path.join(dist, file), 'utf8')

/** @param {string} dist */
const readApp = (dist) => JSON.parse(read(dist, 'app.json'))

/** @param {{ subPackages?: Subpackage[], subpackages?: Subpackage[] }} app @returns {Subpackage[]} */
const subpackages = (app) =>
  (app.subPackages ?? app.subpackages ?? []).map((part) => ({ ...part, root: trim(part.root) }))

/**
 * Bytes of the main package (`main`) and of each subpackage (by its root), as WeChat counts them before packing.
 * @param {string} dist folder of the built mini-program
 * @returns {BundleSize}
 */
export function measureBundle(dist) {
  const roots = subpackages(readApp(dist)).map((part) => part.root)
  /** @type {Record<string, number>} */
  const packages = { main: 0, ...Object.fromEntries(roots.map((root) => [root, 0])) }
  for (const file of uploadedFiles(dist)) {
    const owner = roots.find((root) => file.startsWith(`${root}/`)) ?? 'main'
    packages[owner] = (packages[owner] ?? 0) + statSync(path.join(dist, file)).size
  }
  return { packages, total: Object.values(packages).reduce((sum, bytes) => sum + bytes, 0) }
}

/** @param {BundleSize} size @returns {string[]} */
function sizeProblems({ packages, total }) {
  const over = Object.entries(packages)
    .filter(([, bytes]) => bytes > PACKAGE_BYTES)
    .map(([name, bytes]) => `${name} has ${Math.ceil(bytes / KB)} KB, more than ${PACKAGE_BYTES / KB}`)
  return total > TOTAL_BYTES ? [...over, `all packages have ${Math.ceil(total / KB)} KB`] : over
}

/** @param {string} from @param {string} id @returns {string} */
const beside = (from, id) =>
  id.startsWith('/') ? trim(id) : path.posix.normalize(path.posix.join(path.posix.dirname(from), id))

/**
 * Lists pages, components and tab icons that a JSON file names but the build lacks. @param {string} dist @returns {string[]}
 */
function missingFiles(dist) {
  const app = readApp(dist)
  const pages = [
    ...app.pages,
    ...subpackages(app).flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`)),
  ]
  const missing = pages.flatMap((page) =>
    ['.js', '.wxml', '.json']
      .map((end) => `${page}${end}`)
      .filter((file) => !existsSync(path.join(dist, file))),
  )
  const components = uploadedFiles(dist)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) =>
      Object.values(JSON.parse(read(dist, file)).usingComponents ?? {})
        .map((id) => `${beside(file, String(id))}.js`)
        .filter((component) => !component.startsWith('plugin') && !existsSync(path.join(dist, component))),
    )
  const sitemap = [app.sitemapLocation ?? []].flat().filter((file) => !existsSync(path.join(dist, file)))
  return [...missing, ...components, ...sitemap].map((file) => `missing ${file}`)
}

/** @param {string} dist @returns {string[]} */
function tabIconProblems(dist) {
  /** @type {{ iconPath?: string, selectedIconPath?: string }[]} */
  const tabs = readApp(dist).tabBar?.list ?? []
  const icons = tabs.flatMap((tab) =>
    [tab.iconPath, tab.selectedIconPath].filter((icon) => icon !== undefined),
  )
  return icons.flatMap((icon) => {
    const file = path.join(dist, icon)
    if (!existsSync(file)) return [`missing ${icon}`]
    return statSync(file).size > TAB_ICON_BYTES ? [`${icon} has more than ${TAB_ICON_BYTES / KB} KB`] : []
  })
}

/**
 * Reports unsupported syntax and missing required files. @param {string} dist @param {string} file @param {Syntax}
 * ecmaVersion @returns {string[]}
 */
function scriptProblems(dist, file, ecmaVersion) {
  const source = read(dist, file)
  const missing = [...source.matchAll(/\brequire\(["'](\.{1,2}\/[^"']+)["']\)/g)]
    .map((match) => beside(file, match[1] ?? ''))
    .filter(
      (target) =>
        ![target, `${target}.js`, `${target}/index.js`].some((name) => existsSync(path.join(dist, name))),
    )
    .map((target) => `${file}: requires ${target}, which is missing`)
  try {
    parse(source, { ecmaVersion })
    return missing
  } catch (error) {
    return [...missing, `${file}: not ES${ecmaVersion}: ${error instanceof Error ? error.message : error}`]
  }
}

/** @param {string} dist @param {string} file @returns {string[]} */
function styleProblems(dist, file) {
  try {
    /** @type {string[]} */
    const refused = []
    postcss.parse(read(dist, file), { from: file }).walkRules((rule) => {
      if (rule.parent?.type === 'atrule' && /keyframes$/.test(Reflect.get(rule.parent, 'name'))) return
      for (const part of refusedParts(rule.selector))
        refused.push(`${file}: WeChat refuses ${part} in the selector ${rule.selector}`)
    })
    return refused
  } catch (error) {
    return [`${file}: ${error instanceof Error ? error.message : error}`]
  }
}

/** @param {string} dist @param {string[]} files @returns {string[]} */
function templateProblems(dist, files) {
  const group = new TmplGroup()
  try {
    for (const file of files)
      if (file.endsWith('.wxs')) group.addScript(file.slice(0, -'.wxs'.length), read(dist, file))
    return files
      .filter((file) => file.endsWith('.wxml'))
      .flatMap((file) => group.addTmpl(file.slice(0, -'.wxml'.length), read(dist, file)))
      .map(
        (warning) =>
          `${warning.path}.wxml:${warning.startLine + 1}:${warning.startColumn + 1} ${warning.message}`,
      )
  } finally {
    group.free()
  }
}

/**
 * Lists problems that stop a built mini-program on a phone: missing files, unsupported syntax, invalid WXML or WXSS, file
 * types that WeChat leaves out, exceeded limits.
 * @param {string} dist folder of the built mini-program
 * @param {{ ecmaVersion?: Syntax }} newest syntax that its scripts may have
 * @returns {string[]}
 */
export function checkBundle(dist, { ecmaVersion = 5 } = {}) {
  if (!existsSync(path.join(dist, 'app.json'))) return [`${dist} has no app.json`]
  const files = uploadedFiles(dist)
  return [
    ...missingFiles(dist),
    ...tabIconProblems(dist),
    ...rootProblems(dist),
    ...files
      .filter((file) => !UPLOADED.test(file))
      .map((file) => `${file}: WeChat leaves out this kind of file`),
    ...files
      .filter((file) => file.endsWith('.js'))
      .flatMap((file) => scriptProblems(dist, file, ecmaVersion)),
    ...files.filter((file) => file.endsWith('.wxss')).flatMap((file) => styleProblems(dist, file)),
    ...templateProblems(dist, files),
    ...sizeProblems(measureBundle(dist)),
  ]
}
