const SLUG = /^[0-9a-z]{6,12}$/
const LINK = /^https?:\/\/[^/?#]+([^?#]*)\??([^#]*)#?(.*)$/

type Params = Record<string, string | undefined>

function decode(text = ''): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const readQuery = (text = ''): Params =>
  Object.fromEntries(
    text
      .split('&')
      .filter(Boolean)
      .map((pair) => pair.split('='))
      .map(([name = '', value]) => [name, decode(value)]),
  )

/** The parameters in the address of a scanned link; what stands after `#` is a key. */
function readLink(link: string): Params {
  const [, path = '', query, key] = LINK.exec(link) ?? []
  const slug = /^\/s\/([0-9a-z]+)/.exec(path)?.[1]
  return { ...readQuery(query), ...(slug ? { slug } : {}), ...(key ? { k: key } : {}) }
}

/**
 * What the code told by which a page was opened: WeChat's own (`context`, at most 32 characters: a shop's slug, or
 * parameters as in an address), or a link that was scanned (`q`).
 */
export function codeParams({ context, q }: Params): Params {
  const told = decode(context)
  if (SLUG.test(told)) return { slug: told }
  return told ? readQuery(told) : readLink(decode(q))
}
