import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import { type ChildSelectors, H5_CHILDREN, WEAPP_CHILDREN } from './gap-margins'
import { GapMarginsPlugin } from './gap-margins-plugin'
import { type Chain as H5Chain, leanH5 } from './lean-h5'
import { leanTaro, type Chain as MiniChain } from './lean-taro'
import * as single from './one-shop'
import { PageFilesPlugin } from './page-files-plugin'
import { source, sourceRoot } from './sources'
import { terser } from './terser'

const root = path.resolve(__dirname, '..')
const dev = process.env.NODE_ENV === 'development'
const target = process.env.TARO_ENV ?? 'h5'

/** Where the API is. H5 is served by the same server, so its address is the page's own origin. */
const defines = {
  API_BASE: JSON.stringify(target === 'h5' ? '' : (process.env.TARO_APP_API_BASE ?? 'http://127.0.0.1:4180')),
}

/** ES2018+ packages that must reach phones as ES5. */
const transpiled = ['axios', 'zustand', 'dayjs', 'qr', 'idb-keyval', '@sinclair/typebox'].map((name) =>
  path.resolve(root, 'node_modules', name),
)

type Chain = { resolve: { alias: { set(key: string, value: string): unknown } } }

interface Plugins {
  plugin(name: string): { use(plugin: unknown, settings: unknown[]): unknown }
}

function addGapMargins(chain: Plugins, children: ChildSelectors) {
  chain.plugin('gap-margins').use(GapMarginsPlugin, [children])
}

function chainMini(chain: Chain & MiniChain & Plugins & Parameters<typeof single.sectionFiles>[0]) {
  addGapMargins(chain, WEAPP_CHILDREN)
  dropAxiosAdapters(chain)
  dropHtmlReader(chain)
  leanTaro(chain)
  single.sectionFiles(chain)
  single.ownSections(chain)
}

function dropAxiosAdapters(chain: Chain) {
  for (const name of ['xhr', 'fetch'])
    chain.resolve.alias.set(
      path.resolve(root, `node_modules/axios/lib/adapters/${name}.js`),
      path.resolve(root, 'config/axios-adapter-stub.js'),
    )
}

/** What each package with pages of an owner needs: once in the main one, not again in each. */
const inMain = ({ resource = '' }: { resource?: string }) =>
  /src[/\\](platform[/\\](media[/\\]photos|storage[/\\](indexeddb-files|saved-files))|api[/\\]known-templates|templates[/\\](presets|known|registry))/.test(
    resource,
  )

/** Leaves out Taro's reader of HTML, which comes along for `innerHTML`. */
function dropHtmlReader(chain: Chain) {
  chain.resolve.alias.set(
    path.resolve(root, 'node_modules/@tarojs/runtime/dist/dom-external/inner-html/parser.js'),
    path.resolve(__dirname, 'nothing.js'),
  )
}

function chainH5(chain: Chain & H5Chain & Plugins & Parameters<typeof single.ownSections>[0]) {
  addGapMargins(chain, H5_CHILDREN)
  dropAxiosAdapters(chain)
  leanH5(chain, dev)
  single.ownSections(chain)
  chain.plugin('page-files').use(PageFilesPlugin, [single.routes])
}

export default defineConfig<'webpack5'>(async () => {
  const config: UserConfigExport<'webpack5'> = {
    projectName: 'kaizhang',
    date: '2026-11-25',
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
    sourceRoot,
    outputRoot: process.env.KZ_OUT ?? `dist/${target}`,
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    // webpack's cache is not keyed on defines and aliases, so they are its version
    cache: {
      enable: process.env.CI !== 'true',
      version: JSON.stringify({
        defines,
        target,
        dev,
        oneShop: single.oneShop,
        kinds: single.kinds,
        sourceRoot,
      }),
    } as never,
    defineConstants: defines,
    alias: { ...single.alias, '@': source() },
    logger: { quiet: false, stats: false },
    plugins: target === 'weapp' ? [path.resolve(__dirname, 'aria-plugin.ts')] : [],
    sass: { data: '' },
    ...(target === 'weapp' ? { terser: terser(single.oneShop ? 2018 : 5) } : {}),
    mini: {
      compile: { include: transpiled },
      optimizeMainPackage: { enable: true, exclude: [inMain] },
      webpackChain: chainMini,
      commonChunks: single.commonChunks,
      // how deep templates nest before they become a component: each level weighs 3 KB. Taro's types do not know it
      ...{ baseLevel: single.oneShop ? 4 : 8 },
      // classes are prefixed by their part, so their order across files means nothing
      miniCssExtractPluginOption: { ignoreOrder: true },
      postcss: {
        pxtransform: { enable: false, config: {} },
        cssModules: { enable: false, config: { namingPattern: 'module', generateScopedName: '[local]' } },
      },
    },
    h5: {
      compile: { include: transpiled },
      webpackChain: chainH5,
      // a shop's own site may lie in any folder of any host
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
      postcss: {
        autoprefixer: { enable: true, config: {} },
        pxtransform: { enable: false, config: {} },
        cssModules: { enable: false, config: { namingPattern: 'module', generateScopedName: '[local]' } },
      },
      devServer: {
        port: Number(process.env.H5_PORT ?? 4181),
        open: false,
        proxy: [
          {
            // all that the server itself answers; pages are the dev server's own
            context: (path: string) => /^\/(api|photos)\/|^\/s\/\w+\/share\.jpg$/.test(path),
            target: `http://127.0.0.1:${process.env.PORT ?? 4180}`,
          },
        ],
      },
    },
  }
  return config
})
