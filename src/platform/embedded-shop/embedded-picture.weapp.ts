import { embeddedShop } from '@/platform/embedded-shop/embedded-shop'

/** The picture inside a single-shop app that is shown until the picture at the server's URL `src` is loaded. */
export function embeddedPicture(src: string | undefined): string | undefined {
  const { api = '', pictures } = embeddedShop() ?? {}
  return src?.startsWith(api) ? pictures?.[src.slice(api.length).replace(/-\d+\.webp$/, '')] : undefined
}
