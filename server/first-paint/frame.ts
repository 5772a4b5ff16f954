import type { Site } from '../http/pages/site'
import { type EarlyPart, earlyPart } from './early-part'
import { escapeHtml } from './escape'
import type { Head } from './head'
import { preloadLink } from './preload'
import { EARLY_SCRIPT } from './scripts'
import { parseStyleRules } from './style-rules'
import { selectUsedStyles } from './used-styles'

type BuiltSite = Pick<Site, 'html' | 'pageFiles' | 'text'>

/** The H5 site's page as a template for server-rendered pages. */
export interface Frame {
  /** Returns the page with this head and this first screen, followed by the HTML `more`. */
  fill(head: Head, screen: Screen, more: string): string
}

export interface Screen {
  html: string
  /** True when the screen uses sections from lazy-loaded chunks. */
  lazySections: boolean
}

/** The shop page's path in the build's list of files. */
const SHOP_PATH = '/s/:slug'

/**
 * Positions the first screen exactly like Taro's page (`.taro_page`), with the same scrolling. The empty app below it is
 * invisible and inert until it takes over.
 */
const LAYER_STYLE =
  'body{overflow:hidden}#first-paint{position:absolute;z-index:1;top:0;left:0;width:100%;height:100%;max-height:100vh;overflow-x:hidden;overflow-y:scroll;background:var(--ground)}'

/** Products that the first frame omits: those after the fourth. */
const LATER_PRODUCTS = ['.long-list__block~.long-list__block', '.long-list__block>*>:nth-child(n+5)']

/** Drawings that the first frame omits: each is a document of its own, which the browser parses before it paints. */
const WITHOUT_DRAWINGS =
  '.first-paint--early .icon{-webkit-mask:none;mask:none;visibility:hidden}.first-paint--early .look__section{background-image:none}'

/** The rules of the first frame, which shows the early part only. */
function earlyRules({ lastSection }: EarlyPart): string {
  const below =
    lastSection === undefined
      ? []
      : [`.look__body>:nth-child(n+${lastSection + 1})`, '.look~*', '.look-area~*', '.page__main~*']
  const hidden = [...LATER_PRODUCTS, ...below].map((part) => `.first-paint--early ${part}`)
  return `${hidden.join()}{display:none}${WITHOUT_DRAWINGS}`
}

const STYLESHEET = /<link\b[^>]*\brel="?stylesheet"?[^>]*>/g
const SCRIPT_FILE = /<script\b[^>]*\bsrc=[^>]*><\/script>/g
const APP = '<div id="app"></div>'

/** Inlines a style sheet of the whole site; its loader recognizes it by `data-href`. */
const inlineStyle = (site: BuiltSite, file: string, base: string) =>
  `<style data-href="${base}${file}">${textOf(site, file)}</style>`

const textOf = (site: BuiltSite, file: string) => site.text(`/${file}`) ?? ''

/** Creates the frame of a site whose files lie at `base`; `undefined` when the build has no list of files per page. */
export function createFrame(site: BuiltSite, base = '/'): Frame | undefined {
  const { pageFiles } = site
  const ofPage = pageFiles?.pages[SHOP_PATH]
  if (!pageFiles || !ofPage || !site.html.includes(APP)) return undefined
  const isStyle = (file: string) => file.endsWith('.css')
  const siteStyles = pageFiles.start.filter(isStyle).map((file) => inlineStyle(site, file, base))
  const filesOf = ({ lazySections }: Screen) =>
    lazySections ? [...ofPage, ...pageFiles.lazySections] : ofPage
  const rulesOf = (files: readonly string[]) =>
    files.filter(isStyle).flatMap((file) => parseStyleRules(textOf(site, file)))
  const [rules, more] = [rulesOf(ofPage), rulesOf(pageFiles.lazySections)]
  const scripts = site.html.match(SCRIPT_FILE) ?? []
  const html = site.html.replace(STYLESHEET, '').replace(SCRIPT_FILE, '')
  // only the rules that the screen uses are inlined, in the head those of its early part; the page's loader adds the
  // complete style sheets later
  const usedBy = (part: string, screen: Screen) =>
    selectUsedStyles(screen.lazySections ? [...rules, ...more] : rules, part)
  const styles = (screen: Screen) => {
    const early = earlyPart(screen.html)
    return `${siteStyles.join('')}<style>${usedBy(early.html, screen)}${LAYER_STYLE}${earlyRules(early)}</style>`
  }
  const appFiles = (screen: Screen) =>
    `<template id="app-files">${scripts.join('')}${filesOf(screen)
      .map((file) => preloadLink(file, base))
      .join('')}</template>`
  return {
    fill: (head, screen, after) =>
      withHead(
        html.replace('</head>', () => `${styles(screen)}</head>`),
        { ...head, data: '' },
      ).replace(
        APP,
        () =>
          `${EARLY_SCRIPT}<div id="first-paint">${screen.html}</div><style>${usedBy(screen.html, screen)}</style>${after}${head.data ?? ''}${appFiles(screen)}<div id="app" style="visibility:hidden"></div>`,
      ),
  }
}

/** Returns the page with this head. The replacements are functions, as user text may contain `$&`. */
export function withHead(html: string, { title, description, color, more, data = '' }: Head): string {
  const meta = (name: string, content: string) => `<meta name="${name}" content="${escapeHtml(content)}">`
  const named = (name: string) => new RegExp(`<meta name="${name}"[^>]*>`)
  return html
    .replace(/<title>[^<]*<\/title>/, () => `<title>${escapeHtml(title)}</title>${more}${data}`)
    .replace(named('description'), () => meta('description', description))
    .replace(named('theme-color'), (before) => (color ? meta('theme-color', color) : before))
}
