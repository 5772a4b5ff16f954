import { carried } from '@/platform/carried'

/** A picture inside an app of one shop that stands where the server's is not there yet; by the server's address. */
export function carriedPicture(src: string | undefined): string | undefined {
  const { api = '', pictures } = carried() ?? {}
  return src?.startsWith(api) ? pictures?.[src.slice(api.length).replace(/-\d+\.webp$/, '')] : undefined
}
