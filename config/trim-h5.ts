import path from 'node:path'

const root = path.resolve(__dirname, '..')
const packageFile = (file: string) => path.resolve(root, 'node_modules', file)

interface Rule {
  use(name: string): { loader(file: string): unknown }
  uses: { clear(): unknown; values(): { get(key: 'loader'): string }[] }
  enforce(when: 'pre'): Rule
  test(pattern: RegExp): Rule
}

/** The parts of Taro's webpack chain that this file uses. */
export interface Chain {
  optimization: { splitChunks(settings: object): unknown }
  resolve: { alias: { set(key: string, value: string): unknown } }
  module: { rule(name: string): Rule }
}

/**
 * Puts modules that several pages need into files of their own, so that a page that is opened later loads only what is new. The number of
 * files is limited, because each is a request.
 */
export function shareModules(chain: Chain): void {
  const shared = { minChunks: 2, reuseExistingChunk: true }
  chain.optimization.splitChunks({
    chunks: 'async',
    minSize: 30_000,
    maxAsyncRequests: 4,
    cacheGroups: {
      defaultVendors: { ...shared, test: /[\\/]node_modules[\\/]/, priority: -10 },
      default: { ...shared, priority: -20 },
    },
  })
}

/** Modules that Taro adds to every H5 page and that are not used here. */
const unused = [
  '@tarojs/router/dist/navigationBar.js',
  '@tarojs/components-react/dist/components/pull-down-refresh/index.js',
]

/**
 * Packages of Taro's HTTP client that are not used here: browsers since iOS 10.3 have `fetch`, JSONP is not used, and
 * `src/platform/polyfills/polyfills` provides `AbortController`.
 */
const unusedPackages = [
  'whatwg-fetch',
  'jsonp-retry',
  'abortcontroller-polyfill/dist/abortcontroller-polyfill-only',
]

/**
 * Removes unused parts of Taro from the H5 site. Taro's styles, which it would insert by script, become part of the style
 * sheet before the app's own, so that the server can send them with a first screen.
 */
export function trimH5(chain: Chain, dev: boolean): void {
  for (const file of unused)
    chain.resolve.alias.set(packageFile(file), path.resolve(__dirname, 'empty-module.js'))
  for (const name of unusedPackages)
    chain.resolve.alias.set(`${name}$`, path.resolve(__dirname, 'empty-module.js'))
  chain.resolve.alias.set('query-string$', path.resolve(__dirname, 'query-string.js'))
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
