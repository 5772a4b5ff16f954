/** Returns the link that preloads a file of the site with low priority. The files lie at `base`. */
export const preloadLink = (file: string, base: string): string =>
  `<link rel="preload" href="${base}${file}" as="${file.endsWith('.css') ? 'style' : 'script'}" fetchpriority="low">`
