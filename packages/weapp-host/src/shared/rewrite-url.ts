/** Replaces the origin of a URL by the one that `redirects` names for it. */
export function rewriteUrl(url: string, redirects: Record<string, string> = {}): string {
  const found = Object.entries(redirects).find(
    ([from]) => url === from || url.startsWith(`${from}/`) || url.startsWith(`${from}?`),
  )
  return found ? found[1] + url.slice(found[0].length) : url
}
