import path from 'node:path'
import type { PagePath } from '../src/routes'
import { customRoutes } from './h5-routes'
import { sectionChunks, splitChunks } from './section-chunks'
import { splitShared } from './shared-modules'
import { source } from './source-root'

/** True for the engine build, from which `npm run shop:compile` creates the apps of single shops. */
export const oneShop = process.env.KZ_APP === 'one-shop'

/** The engine reads the embedded shop, sends requests without axios, and has no words for failures and stored data that do not concern buyers. */
export const alias: Record<string, string> = oneShop
  ? {
      '@/platform/embedded-shop/embedded-shop$': source('platform/embedded-shop/embedded-shop-data'),
      '@/api/http$': source('api/http-plain'),
      '@/locales/parts/seller-failures$': path.resolve(__dirname, 'empty-module.js'),
      '@/locales/parts/seller-privacy$': path.resolve(__dirname, 'empty-module.js'),
    }
  : {}

const buyerPages: PagePath[] = [
  'pages/storefront/shop',
  'pages/storefront/product',
  'pages/orders/checkout',
  'pages/orders/order',
  'pages/orders/mine',
  'pages/orders/find-goods',
  'pages/merchant/claim',
  'pages/group-buy/index',
  'pages/pay/ask',
  'pages/pay/link',
  'pages/privacy/index',
  'pages/privacy/report',
]

export const routes: typeof customRoutes = oneShop
  ? (Object.fromEntries(
      buyerPages.map((page) => [`/${page}`, customRoutes[`/${page}`]]),
    ) as typeof customRoutes)
  : customRoutes

interface Rule {
  use(name: string): { loader(file: string): { options(options: unknown): unknown } }
  enforce(when: 'pre'): Rule
  test(pattern: RegExp): Rule
}

interface Chain {
  resolve: { alias: { set(key: string, value: string): unknown } }
  module: { rule(name: string): Rule }
  merge(config: unknown): unknown
}

/** The kinds of sections to build in (`npm run shop:compile -- --full`); all when undefined. */
export const kinds = process.env.KZ_SECTIONS?.split(',')

export function selectSections(chain: Pick<Chain, 'module'>) {
  if (!oneShop || !kinds) return
  chain.module
    .rule('ownSections')
    .enforce('pre')
    .test(/templates[/\\]generated[/\\](core|lazy)-sections\.ts$/)
    .use('own-sections')
    .loader(path.resolve(__dirname, 'selected-sections-loader.cjs'))
    .options({ kinds })
}

/** Puts each section into its own chunk, takes the shortest names of exports and modules, and rejects imports of nothing. */
export function splitModules(chain: Chain) {
  if (!oneShop) {
    chain.merge({ optimization: { splitChunks: splitShared } })
    return
  }
  chain.merge({
    optimization: { splitChunks, mangleExports: 'size', moduleIds: 'size' },
    module: { parser: { javascript: { exportsPresence: 'error' } } },
  })
}

/** Chunks that a mini-program loads at start. */
export const commonChunks = (usual: string[]): string[] => (oneShop ? [...usual, ...sectionChunks] : usual)
