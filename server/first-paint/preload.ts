/** The link that preloads a file of the site, which lies at `base`, with low priority, so that what is visible loads first. */
export const preloadLink = (file: string, base: string): string =>
  `<link rel="preload" href="${base}${file}" as="${file.endsWith('.css') ? 'style' : 'script'}" fetchpriority="low">`
