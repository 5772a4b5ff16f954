import type { AppJson, PageWindow, WeappBundle } from './types'

export interface PageAddress {
  route: string
  query: Record<string, string>
}

const trim = (path: string) => path.replace(/^\/+|\/+$/g, '')

/** Routes of all pages of the main package and the subpackages, without a leading slash. */
export function allPages(app: AppJson): string[] {
  const inSubpackages = (app.subPackages ?? app.subpackages ?? []).flatMap((part) =>
    part.pages.map((page) => `${trim(part.root)}/${page}`),
  )
  return [...app.pages, ...inSubpackages]
}

export const tabPages = (app: AppJson): string[] => (app.tabBar?.list ?? []).map((tab) => trim(tab.pagePath))

/** The window settings of a page, merged over those of the app. */
export const pageWindow = (bundle: WeappBundle, route: string): PageWindow => ({
  ...bundle.app.window,
  ...bundle.json[route],
})

/** Parses a query string. Values stay encoded, as WeChat passes them to `onLoad`. */
function parseQuery(text: string): Record<string, string> {
  const query: Record<string, string> = {}
  for (const pair of text.split('&').filter(Boolean)) {
    const cut = pair.indexOf('=')
    query[cut < 0 ? pair : pair.slice(0, cut)] = cut < 0 ? '' : pair.slice(cut + 1)
  }
  return query
}

/** Splits a page URL into route and query. A relative URL is resolved against the route `from`. */
export function parsePageUrl(url: string, from?: string): PageAddress {
  const [path = '', query = ''] = (url.split('#')[0] ?? '').split('?')
  if (path.startsWith('/') || !from) return { route: trim(path), query: parseQuery(query) }
  const parts = from.split('/').slice(0, -1)
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return { route: parts.join('/'), query: parseQuery(query) }
}
