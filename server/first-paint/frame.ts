import type { Site } from '../http/site'
import { escapeHtml } from './escape'
import type { Head } from './head'

/** The H5 site's page with room for what the server puts into it. */
export interface Frame {
  /** The page with its head about this page, and what is seen before any script has run. */
  fill(head: Head, body: string): string
}

/** The page's address in the build's list. */
const PAGE = '/s/:slug'

/**
 * The screen lies exactly where Taro puts its page (`.taro_page`), and scrolls as that does. The empty page below is
 * hidden from eyes, fingers and readers until it takes over.
 */
const LAYER =
  '<style>body{overflow:hidden}#first-paint{position:absolute;z-index:1;top:0;left:0;width:100%;height:100%;max-height:100vh;overflow-x:hidden;overflow-y:scroll;background:var(--ground)}</style>'

const STYLESHEET = /<link\b[^>]*\brel="?stylesheet"?[^>]*>/g
const APP = '<div id="app"></div>'

/** A style of the build as part of the page; by `data-href` its loader knows that it is there. */
const inlined = (site: Site, file: string) =>
  `<style data-href="/${file}">${site.text(`/${file}`) ?? ''}</style>`

const preload = (file: string) => `<link rel="preload" href="/${file}" as="script">`

/** `undefined` when the site was built without a list of its pages' files. */
export function frameOf(site: Site): Frame | undefined {
  const { pageFiles } = site
  const ofPage = pageFiles?.pages[PAGE]
  if (!pageFiles || !ofPage || !site.html.includes(APP)) return undefined
  const styles = [...pageFiles.start, ...ofPage].filter((file) => file.endsWith('.css'))
  const scripts = ofPage.filter((file) => file.endsWith('.js'))
  const ahead = [
    ...styles.map((file) => inlined(site, file)),
    LAYER,
    ...scripts.map((file) => preload(file)),
  ].join('')
  const html = site.html.replace(STYLESHEET, '').replace('</head>', () => `${ahead}</head>`)
  return { fill: (head, body) => fill(html, head, body) }
}

/** Every replacement is a function: what people write may hold `$&`. */
function fill(html: string, { title, description, colour, more }: Head, body: string): string {
  const meta = (name: string, content: string) => `<meta name="${name}" content="${escapeHtml(content)}">`
  const named = (name: string) => new RegExp(`<meta name="${name}"[^>]*>`)
  return html
    .replace(/<title>[^<]*<\/title>/, () => `<title>${escapeHtml(title)}</title>${more}`)
    .replace(named('description'), () => meta('description', description))
    .replace(named('theme-color'), (before) => (colour ? meta('theme-color', colour) : before))
    .replace(APP, () => `${body}<div id="app" style="visibility:hidden"></div>`)
}
