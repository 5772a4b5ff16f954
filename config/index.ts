import path from 'node:path'
import { defineConfig } from '@tarojs/cli'
import type { IProjectConfig } from '@tarojs/taro/types/compile'
import { type ChildSelectors, H5_CHILDREN, WEAPP_CHILDREN } from './gap-margins'
import { GapMarginsPlugin } from './gap-margins-plugin'
import * as single from './one-shop'
import { PageFilesPlugin } from './page-files-plugin'
import { source, sourceRoot } from './source-root'
import { type Chain as H5Chain, shareModules, trimH5 } from './trim-h5'
import { type Chain as MiniChain, trimWeappTaro } from './trim-weapp-taro'

/**
 * Minifier options of both builds. Chinese text stays unescaped, which halves its size, and names of functions are dropped.
 * @param ecma newest JavaScript version of the output
 */
const terser = (ecma: 5 | 2018) => ({
  enable: true,
  config: {
    ecma,
    keep_fnames: false,
    compress: { ecma, passes: 2, unsafe_arrows: ecma > 5, pure_getters: ecma > 5 },
    output: { ecma, ascii_only: false, comments: false, keep_quoted_props: false, quote_keys: false },
  },
})

const root = path.resolve(__dirname, '..')
const dev = process.env.NODE_ENV === 'development'
const target = process.env.TARO_ENV ?? 'h5'

/** Base URL of the API. H5 is served by the same server, so it uses the page's origin. */
const defines = {
  API_BASE: JSON.stringify(target === 'h5' ? '' : (process.env.TARO_APP_API_BASE ?? 'http://127.0.0.1:4180')),
}

/** ES2018+ packages and the replacements of their parts, which have to be transpiled to ES5. */
const transpiled = [
  ...['axios', 'zustand', 'dayjs', 'qr', 'idb-keyval', '@sinclair/typebox'].map((name) =>
    path.resolve(root, 'node_modules', name),
  ),
  ...['axios-entry.js', 'axios-query.js', 'axios-forms-stub.js', 'query-string.js'].map((name) =>
    path.resolve(__dirname, name),
  ),
]

type Chain = { resolve: { alias: { set(key: string, value: string): unknown } } }

type ProjectConfig = IProjectConfig<'webpack5'>

interface Plugins {
  plugin(name: string): { use(plugin: unknown, settings: unknown[]): unknown }
}

function addGapMargins(chain: Plugins, children: ChildSelectors) {
  chain.plugin('gap-margins').use(GapMarginsPlugin, [children])
}

function chainMini(chain: Chain & MiniChain & Plugins & Parameters<typeof single.splitModules>[0]) {
  addGapMargins(chain, WEAPP_CHILDREN)
  trimAxios(chain)
  dropHtmlReader(chain)
  trimWeappTaro(chain)
  single.splitModules(chain)
  single.selectSections(chain)
}

/** Replaces the parts of axios that are not used: its entry, adapters (Taro.request is the only transport) and forms. */
function trimAxios(chain: Chain) {
  const replace = (name: string, file: string) =>
    chain.resolve.alias.set(
      path.resolve(root, `node_modules/axios/lib/${name}.js`),
      path.resolve(__dirname, file),
    )
  for (const name of ['xhr', 'fetch']) replace(`adapters/${name}`, 'axios-adapter-stub.js')
  for (const name of ['toFormData', 'formDataToJSON', 'toURLEncodedForm'])
    replace(`helpers/${name}`, 'axios-forms-stub.js')
  replace('helpers/AxiosURLSearchParams', 'axios-query.js')
  chain.resolve.alias.set('axios$', path.resolve(__dirname, 'axios-entry.js'))
}

/** Replaces Taro's HTML parser, which only `innerHTML` needs. */
function dropHtmlReader(chain: Chain) {
  chain.resolve.alias.set(
    path.resolve(root, 'node_modules/@tarojs/runtime/dist/dom-external/inner-html/html.js'),
    path.resolve(__dirname, 'empty-module.js'),
  )
}

function chainH5(chain: Chain & H5Chain & Plugins & Parameters<typeof single.selectSections>[0]) {
  addGapMargins(chain, H5_CHILDREN)
  trimAxios(chain)
  trimH5(chain, dev)
  shareModules(chain)
  single.selectSections(chain)
  chain.plugin('page-files').use(PageFilesPlugin, [single.routes])
}

const cssModules = {
  enable: false,
  config: { namingPattern: 'module', generateScopedName: '[local]' },
} as const
const pxtransform = { enable: false, config: {} }

const mini: ProjectConfig['mini'] = {
  compile: { include: transpiled },
  // a compiled app has little room: what two of its packages need is there once
  optimizeMainPackage: { enable: !single.oneShop },
  webpackChain: chainMini,
  commonChunks: single.commonChunks,
  // nesting depth of templates before they become a component; each level costs 3 KB. Missing in Taro's types
  ...{ baseLevel: single.oneShop ? 4 : 8 },
  // classes are prefixed by block, so the order across files does not matter
  miniCssExtractPluginOption: { ignoreOrder: true },
  postcss: { pxtransform, cssModules },
}

const h5: ProjectConfig['h5'] = {
  compile: { include: transpiled },
  webpackChain: chainH5,
  // a compiled site may lie in any folder of any host
  publicPath: single.oneShop ? './' : '/',
  staticDirectory: 'static',
  useHtmlComponents: true,
  router: { mode: single.oneShop ? 'hash' : 'browser', customRoutes: single.routes },
  output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
  miniCssExtractPluginOption: {
    ignoreOrder: true,
    filename: 'css/[name].[contenthash:8].css',
    chunkFilename: 'css/[name].[contenthash:8].css',
  },
  postcss: { autoprefixer: { enable: true, config: {} }, pxtransform, cssModules },
  devServer: {
    port: Number(process.env.H5_PORT ?? 4181),
    open: false,
    proxy: [
      {
        // paths that the API server answers; pages are served by the dev server
        context: (path: string) => /^\/(api|photos)\/|^\/s\/\w+\/share\.jpg$/.test(path),
        target: `http://127.0.0.1:${process.env.PORT ?? 4180}`,
      },
    ],
  },
}

/** webpack's cache does not depend on defines and aliases, so they are part of its version. */
const cache: ProjectConfig['cache'] = {
  enable: process.env.CI !== 'true',
  version: JSON.stringify({ defines, target, dev, oneShop: single.oneShop, kinds: single.kinds, sourceRoot }),
} as never

export default defineConfig<'webpack5'>({
  projectName: 'kaizhang',
  date: '2026-11-25',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
  sourceRoot,
  outputRoot: process.env.KZ_OUT ?? `dist/${target}`,
  framework: target === 'weapp' && single.oneShop ? 'preact' : 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache,
  defineConstants: defines,
  alias: { ...single.alias, '@': source() },
  logger: { quiet: false, stats: false },
  plugins: target === 'weapp' ? [path.resolve(__dirname, 'aria-plugin.ts')] : [],
  sass: { data: '' },
  terser: terser(target === 'weapp' && single.oneShop ? 2018 : 5),
  mini,
  h5,
})
