import path from 'node:path'
import type { PagePath } from '../src/routes'
import { customRoutes } from './h5-routes'
import { sectionParts, splitChunks } from './section-parts'
import { source } from './sources'

/** Whether this is the engine of apps of one shop, which `npm run shop:compile` makes shops' own apps from. */
export const oneShop = process.env.KZ_APP === 'one-shop'

/** Where the engine reads what its app carries, rather than nothing; and its requests, which go without axios. */
export const alias: Record<string, string> = oneShop
  ? {
      '@/platform/embedded-shop/embedded-shop$': source('platform/embedded-shop/embedded-shop-data'),
      '@/api/http$': source('api/http-plain'),
    }
  : {}

const bought: PagePath[] = [
  'pages/storefront/shop',
  'pages/storefront/product',
  'pages/storefront/checkout',
  'pages/orders/order',
  'pages/orders/mine',
  'pages/privacy/index',
]

/** The addresses of the pages that this build has. */
export const routes: typeof customRoutes = oneShop
  ? (Object.fromEntries(bought.map((page) => [`/${page}`, customRoutes[`/${page}`]])) as typeof customRoutes)
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

/** The kinds of sections that are built in, where it is not all of them: `npm run shop:compile -- --full`. */
export const kinds = process.env.KZ_SECTIONS?.split(',')

/** Builds with a shop's own sections alone. */
export function ownSections(chain: Pick<Chain, 'module'>) {
  if (!oneShop || !kinds) return
  chain.module
    .rule('ownSections')
    .enforce('pre')
    .test(/templates[/\\](core|lazy)-sections\.ts$/)
    .use('own-sections')
    .loader(path.resolve(__dirname, 'own-sections-loader.cjs'))
    .options({ kinds })
}

/** Gives each section a file of its own. */
export function sectionFiles(chain: Chain) {
  if (oneShop) chain.merge({ optimization: { splitChunks } })
}

/** What a mini-program loads as it starts. */
export const commonChunks = (usual: string[]): string[] => (oneShop ? [...usual, ...sectionParts] : usual)
