import { dayOf } from '@/domain/day'
import { compiledSiteWords as words } from '@/locales/storefront/compiled-site'
import { escapeHtml } from '../../server/first-paint/escape'
import type { ShopSource } from '../shop-source'

const MAX_PRODUCTS = 40

const STYLE = (ink: string, ground: string, brand: string, onBrand: string) =>
  `body{margin:0;padding:24px 16px;background:${ground};color:#1c2320;font:17px/1.5 "PingFang SC","Noto Sans CJK SC","Noto Sans SC","Microsoft YaHei",sans-serif}` +
  `main{max-width:560px;margin:auto}h1{font-size:24px;margin:0 0 8px}p{margin:0 0 16px}` +
  `a{display:block;margin:0 0 12px;padding:12px;border-radius:12px;text-align:center;text-decoration:none;font-weight:600}` +
  `.call{background:${brand};color:${onBrand}}.again{border:2px solid ${ink};color:${ink}}` +
  `ul{list-style:none;margin:24px 0 0;padding:0 16px;border-radius:12px;background:#fff}` +
  `li{display:flex;justify-content:space-between;gap:16px;padding:12px 0;border-bottom:1px solid #e3e8e4}li:last-child{border:0}b{white-space:nowrap}`

/** Page shown offline when nothing is cached: phone number and last known prices, without scripts. */
export function offlinePage({ storefront, at }: ShopSource): string {
  const { shop, look, products } = storefront
  const { onSoft, ground, brand, onBrand } = look.theme
  const goods = products
    .slice(0, MAX_PRODUCTS)
    .map(
      (product) =>
        `<li><span>${escapeHtml(product.name)}</span><b>${escapeHtml(words.price(product))}</b></li>`,
    )
  const call = shop.phone
    ? `<a class="call" href="tel:${escapeHtml(shop.phone)}">${escapeHtml(words.call(shop.phone))}</a>`
    : ''
  return (
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">` +
    `<title>${escapeHtml(shop.name)}</title><style>${STYLE(onSoft, ground, brand, onBrand)}</style></head>` +
    `<body><main><h1>${escapeHtml(shop.name)}</h1><p>${words.offline}</p>${call}` +
    `<a class="again" href="./">${words.again}</a><p>${escapeHtml(words.prices(dayOf(at)))}</p><ul>${goods.join('')}</ul></main></body></html>`
  )
}
