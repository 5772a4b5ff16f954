import { useRouter } from '@tarojs/taro'
import { readScene } from '@/domain/shop/scene'

/** The parameters of the page's URL or of the code that opened it. */
export function usePageParams(): Record<string, string | undefined> {
  const { params } = useRouter()
  return { ...codeParams(params), ...params }
}

const LINK = /^https?:\/\/[^/?#]+([^?#]*)\??([^#]*)#?(.*)$/

type Params = Record<string, string | undefined>

/** Decodes a parameter; WeChat passes those of pages encoded. */
export function decode(text = ''): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

export const readQuery = (text = ''): Params =>
  Object.fromEntries(
    text
      .split('&')
      .filter(Boolean)
      .map((pair) => pair.split('='))
      .map(([name = '', value]) => [name, decode(value)]),
  )

/** The parameters of a scanned link; its fragment is a shop's key. */
function readLink(link: string): Params {
  const [, path = '', query, key] = LINK.exec(link) ?? []
  const slug = /^\/s\/([0-9a-z]+)/.exec(path)?.[1]
  return { ...readQuery(query), ...(slug ? { slug } : {}), ...(key ? { k: key } : {}) }
}

/**
 * The parameters of the code that opened a page: a WeChat code's `scene` (a shop, a thing of it by `id`, or a query string), or a
 * scanned link in `q`.
 */
export function codeParams({ scene: encoded, q }: Params): Params {
  const scene = decode(encoded)
  return scene ? { ...(readScene(scene) ?? readQuery(scene)) } : readLink(decode(q))
}
