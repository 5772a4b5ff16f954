import type { Storefront } from '@/features/storefront/use-storefront'
import { takenWords as words } from '@/locales/zh-CN/offline-export-page'
import type { Site } from '../http/site'
import { escapeHtml } from './escape'
import { frameOf } from './frame'
import { headOf } from './head'
import { placeAt } from './shop-place'

/**
 * A shop, as a page that needs no script, no server and no network; its photos and voices lie in folders beside it.
 * `origin` is where it can be ordered from, if that is known.
 */
export type OfflineExportPage = (storefront: Storefront, origin: string | undefined) => Promise<string>

/** The page is as long as it is; what only a script could do is not offered. */
const STYLE =
  '<style>body{overflow:auto!important}#first-paint{position:static!important;height:auto!important;max-height:none!important;overflow:visible!important}' +
  '#app,.storefront-end,.category-tabs,#first-paint [role="button"],#first-paint .button{display:none!important}' +
  '.voice-player audio{display:block;width:100%}.taken{box-sizing:border-box;max-width:1080px;margin:0 auto;padding:12px 16px;background:var(--paper);color:var(--ink);font-size:17px;line-height:1.5;overflow-wrap:anywhere}' +
  '.taken a{display:inline-block;padding:10px 0;color:var(--brand-deep);font-weight:600}</style>'

const SCRIPT = /<script\b(?![^>]*ld\+json)[^>]*>[\s\S]*?<\/script>/g
/** What plays a voice by a script; a browser's own player stands in for it. */
const VOICE = /<div\b[^>]*? data-voice="\/(voices\/[0-9a-f]{32}\.mp3)"/g
const PRELOAD = /<link rel="preload"[^>]*>/g

function note({ shop }: Storefront, url: string | undefined): string {
  const call = shop.phone
    ? `<a href="tel:${escapeHtml(shop.phone)}">${escapeHtml(words.call(shop.phone))}</a> `
    : ''
  const open = url === undefined ? '' : `<a href="${escapeHtml(url)}">${words.open}</a>`
  return `<div class="taken">${words.note}<br>${call}${open}</div>`
}

/** How to make such pages with a site's styles; `undefined` where the site was built without a list of its files. */
export function offlineExportPages(site: Site): OfflineExportPage | undefined {
  const frame = frameOf(site)
  if (!frame) return undefined
  return async (storefront, origin) => {
    const { prepare, wholeScreenOf } = await import('./screen')
    await prepare()
    const place = placeAt(origin ?? '', storefront.shop.slug)
    const screen = wholeScreenOf(storefront)
    const html = frame.fill(headOf(storefront, place), screen, '')
    return html
      .replace(SCRIPT, '')
      .replace(PRELOAD, '')
      .replace(VOICE, (row, file) => `<audio controls preload="none" src="${file}"></audio>${row}`)
      .replaceAll('"/photos/', '"photos/')
      .replace('</head>', () => `${STYLE}</head>`)
      .replace(
        '<div id="first-paint">',
        () => `${note(storefront, origin === undefined ? undefined : place.url)}<div id="first-paint">`,
      )
  }
}
