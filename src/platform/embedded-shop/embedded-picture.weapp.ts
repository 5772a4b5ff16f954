import { embeddedShop } from '@/platform/embedded-shop/embedded-shop'

/** A picture inside an app of one shop that stands where the server's is not there yet; by the server's address. */
export function embeddedPicture(src: string | undefined): string | undefined {
  const { api = '', pictures } = embeddedShop() ?? {}
  return src?.startsWith(api) ? pictures?.[src.slice(api.length).replace(/-\d+\.webp$/, '')] : undefined
}
