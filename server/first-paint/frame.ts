import type { Site } from '../http/site'
import { escapeHtml } from './escape'
import type { Head } from './head'
import { styleRules } from './style-rules'
import { usedStyles } from './used-styles'

/** What this needs of a site as it was built. */
type Built = Pick<Site, 'html' | 'pageFiles' | 'text'>

/** The H5 site's page with room for what the server puts into it. */
export interface Frame {
  /** The page with its head about this page, and what is seen before any script has run; `more` follows it. */
  fill(head: Head, screen: Screen, more: string): string
}

/** A page as it is painted first. */
export interface Screen {
  html: string
  /** It has sections that are a part of their own. */
  lazySections: boolean
}

/** The page's address in the build's list. */
const PAGE = '/s/:slug'

/**
 * The screen lies exactly where Taro puts its page (`.taro_page`), and scrolls as that does. The empty page below is
 * hidden from eyes, fingers and readers until it takes over.
 */
const LAYER_STYLE =
  'body{overflow:hidden}#first-paint{position:absolute;z-index:1;top:0;left:0;width:100%;height:100%;max-height:100vh;overflow-x:hidden;overflow-y:scroll;background:var(--ground)}'

/** Left out of the first frame: the goods after the sixth, and what stands after the goods. */
const LATER = [
  '.goods-blocks>:nth-child(n+2)',
  '.goods-blocks>*>:nth-child(n+7)',
  '.product-grid~*',
  '.product-list~*',
  '.storefront-end',
]

const LAYER = `<style>${LAYER_STYLE}${LATER.map((part) => `.first-paint--early ${part}`).join()}{display:none}</style>`

const STYLESHEET = /<link\b[^>]*\brel="?stylesheet"?[^>]*>/g
const APP = '<div id="app"></div>'

/** The style of the whole site as part of the page; by `data-href` its loader knows that it is there. */
const inlined = (site: Built, file: string, base: string) =>
  `<style data-href="${base}${file}">${textOf(site, file)}</style>`

const textOf = (site: Built, file: string) => site.text(`/${file}`) ?? ''

/** What Taro's page will ask for. The photos that are seen first come before it. */
const preload = (file: string, base: string) =>
  `<link rel="preload" href="${base}${file}" as="${file.endsWith('.css') ? 'style' : 'script'}" fetchpriority="low">`

/** `undefined` when the site was built without a list of its pages' files, which lie at `base`. */
export function frameOf(site: Built, base = '/'): Frame | undefined {
  const { pageFiles } = site
  const ofPage = pageFiles?.pages[PAGE]
  if (!pageFiles || !ofPage || !site.html.includes(APP)) return undefined
  const isStyle = (file: string) => file.endsWith('.css')
  const whole = pageFiles.start.filter(isStyle).map((file) => inlined(site, file, base))
  const filesOf = ({ lazySections }: Screen) =>
    lazySections ? [...ofPage, ...pageFiles.lazySections] : ofPage
  const rulesOf = (files: readonly string[]) =>
    files.filter(isStyle).flatMap((file) => styleRules(textOf(site, file)))
  const [rules, more] = [rulesOf(ofPage), rulesOf(pageFiles.lazySections)]
  const html = site.html.replace(STYLESHEET, '')
  // of the page's own style only what the screen uses holds it up; the whole of it comes last in the head, by its loader
  const styles = (screen: Screen) => {
    const used = usedStyles(screen.lazySections ? [...rules, ...more] : rules, screen.html)
    return `${whole.join('')}<style>${used}</style>${LAYER}${filesOf(screen)
      .map((file) => preload(file, base))
      .join('')}`
  }
  return {
    fill: (head, screen, after) =>
      fill(
        html.replace('</head>', () => `${styles(screen)}</head>`),
        head,
        `<div id="first-paint">${screen.html}</div>${after}`,
      ),
  }
}

function fill(html: string, head: Head, body: string): string {
  return withHead(html, head).replace(APP, () => `${body}<div id="app" style="visibility:hidden"></div>`)
}

/** The page with this head. Every replacement is a function: what people write may hold `$&`. */
export function withHead(html: string, { title, description, colour, more }: Head): string {
  const meta = (name: string, content: string) => `<meta name="${name}" content="${escapeHtml(content)}">`
  const named = (name: string) => new RegExp(`<meta name="${name}"[^>]*>`)
  return html
    .replace(/<title>[^<]*<\/title>/, () => `<title>${escapeHtml(title)}</title>${more}`)
    .replace(named('description'), () => meta('description', description))
    .replace(named('theme-color'), (before) => (colour ? meta('theme-color', colour) : before))
}
