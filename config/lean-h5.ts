import path from 'node:path'

const root = path.resolve(__dirname, '..')
const packageFile = (file: string) => path.resolve(root, 'node_modules', file)

interface Rule {
  use(name: string): { loader(file: string): unknown }
  uses: { clear(): unknown; values(): { get(key: 'loader'): string }[] }
  enforce(when: 'pre'): Rule
  test(pattern: RegExp): Rule
}

/** What this needs of Taro's webpack chain. */
export interface Chain {
  resolve: { alias: { set(key: string, value: string): unknown } }
  module: { rule(name: string): Rule }
}

/** Modules that Taro puts into every H5 page and that do nothing here. */
const unused = [
  '@tarojs/router/dist/navigationBar.js',
  '@tarojs/components-react/dist/components/pull-down-refresh/index.js',
]

/**
 * Packages of Taro's requests that do nothing here: browsers since iOS 10.3 have `fetch`, no server answers by script, and for
 * those without an `AbortController` `src/platform/polyfills/polyfills` has one.
 */
const unusedPackages = [
  'whatwg-fetch',
  'jsonp-retry',
  'abortcontroller-polyfill/dist/abortcontroller-polyfill-only',
]

/**
 * Leaves out of the H5 site what no page of it uses. Taro's own styles become part of the style sheet, before all of
 * ours, where Taro would write them into the page by script: so the server can send them with a first screen.
 */
export function leanH5(chain: Chain, dev: boolean): void {
  for (const file of unused) chain.resolve.alias.set(packageFile(file), path.resolve(__dirname, 'nothing.js'))
  for (const name of unusedPackages)
    chain.resolve.alias.set(`${name}$`, path.resolve(__dirname, 'nothing.js'))
  chain.module
    .rule('taroStylesUsed')
    .enforce('pre')
    .test(/@tarojs[/\\]components.*\.css$/)
    .use('leave-out')
    .loader(path.resolve(__dirname, 'taro-styles-loader.cjs'))
  if (dev) return
  const [extract] = chain.module.rule('customStyle').uses.values()
  if (!extract) throw new Error('Taro no longer has a rule "customStyle" for styles')
  const taroStyle = chain.module.rule('taroStyle')
  taroStyle.uses.clear()
  taroStyle.use('extract').loader(extract.get('loader'))
}
