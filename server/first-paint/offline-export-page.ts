import type { Storefront } from '@/features/storefront/use-storefront'
import { offlineExportWords as words } from '@/locales/storefront/offline-export-page'
import type { Site } from '../http/pages/site'
import { escapeHtml } from './escape'
import { createFrame } from './frame'
import { createShopHead } from './head'
import { shopUrls } from './shop-urls'

/**
 * Renders a shop as an HTML page that works without scripts, server and network; photos and voices lie in folders beside it.
 * `origin` is the server that takes its orders, if known.
 */
export type OfflineExportPage = (storefront: Storefront, origin: string | undefined) => Promise<string>

/** Lets the page scroll as a document and hides controls that need a script. */
const STYLE =
  '<style>body{overflow:auto!important}#first-paint{position:static!important;height:auto!important;max-height:none!important;overflow:visible!important}' +
  '#app,.storefront-end,.shop-tools,.category-tabs,#first-paint [role="button"],#first-paint .button{display:none!important}' +
  '.voice-player audio{display:block;width:100%}.taken{box-sizing:border-box;max-width:1080px;margin:0 auto;padding:12px 16px;background:var(--paper);color:var(--ink);font-size:17px;line-height:1.5;overflow-wrap:anywhere}' +
  '#first-paint .look__side{display:none}.taken a{display:inline-block;padding:10px 0;color:var(--brand-deep);font-weight:600}</style>'

const SCRIPT = /<script\b(?![^>]*ld\+json)[^>]*>[\s\S]*?<\/script>/g
/** The script-driven voice player, which the browser's own audio element replaces. */
const VOICE_PLAYER = /<div\b[^>]*? data-voice="\/(voices\/[0-9a-f]{32}\.mp3)"/g
const PRELOAD = /<link rel="preload"[^>]*>/g

function renderNote({ shop }: Storefront, url: string | undefined): string {
  const call = shop.phone
    ? `<a href="tel:${escapeHtml(shop.phone)}">${escapeHtml(words.call(shop.phone))}</a> `
    : ''
  const open = url === undefined ? '' : `<a href="${escapeHtml(url)}">${words.open}</a>`
  return `<div class="taken">${words.note}<br>${call}${open}</div>`
}

/** Creates a renderer with the site's styles; `undefined` when the build has no list of files per page. */
export function offlineExportPages(site: Site): OfflineExportPage | undefined {
  const frame = createFrame(site)
  if (!frame) return undefined
  return async (storefront, origin) => {
    const { prepare, renderFullScreen } = await import('./screen')
    await prepare()
    const urls = shopUrls(origin ?? '', storefront.shop.slug)
    const screen = renderFullScreen(storefront)
    const html = frame.fill(createShopHead(storefront, urls), screen, '')
    return html
      .replace(SCRIPT, '')
      .replace(PRELOAD, '')
      .replace(VOICE_PLAYER, (row, file) => `<audio controls preload="none" src="${file}"></audio>${row}`)
      .replaceAll('"/photos/', '"photos/')
      .replace('</head>', () => `${STYLE}</head>`)
      .replace(
        '<div id="first-paint">',
        () => `${renderNote(storefront, origin === undefined ? undefined : urls.url)}<div id="first-paint">`,
      )
  }
}
