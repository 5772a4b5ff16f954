import path from 'node:path'
import type { PagePath } from '../src/routes'
import { customRoutes } from './h5-routes'

const root = path.resolve(__dirname, '..')

/** Whether this is the engine of apps of one shop, which `npm run shop:compile` makes shops' own apps from. */
export const oneShop = process.env.KZ_APP === 'one-shop'

/** Where the engine reads what its app carries, rather than nothing; and its requests, which go without axios. */
export const alias: Record<string, string> = oneShop
  ? {
      '@/platform/carried$': path.resolve(root, 'src/platform/carried-data'),
      '@/api/http$': path.resolve(root, 'src/api/http-plain'),
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

/** Chinese as it is, which is half as long as escaped. */
export const terser = { enable: true, config: { output: { ascii_only: false, comments: false } } }

interface Chain {
  resolve: { alias: { set(key: string, value: string): unknown } }
}

/** Taro's reader of HTML, which would come along for `innerHTML`; no page here sets that. */
export function leaveOutHtml(chain: Chain) {
  if (!oneShop) return
  chain.resolve.alias.set(
    path.resolve(root, 'node_modules/@tarojs/runtime/dist/dom-external/inner-html/parser.js'),
    path.resolve(__dirname, 'nothing.js'),
  )
}
