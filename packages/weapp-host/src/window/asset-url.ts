import type { Host } from './host-types'

const MIME: Record<string, string> = {
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  mp3: 'audio/mpeg',
}

export const mimeOf = (path: string) => MIME[path.split('.').pop()?.toLowerCase() ?? ''] ?? 'image/jpeg'

export const isLocalFile = (path: string) => /^(http:\/\/(tmp|store|usr)|wxfile:\/)\//.test(path)

/** A URL that the window can load. Files of the device become data URIs; files of the build are served over HTTP. */
export function assetUrl(host: Host, src: string): string {
  if (isLocalFile(src)) {
    if (!host.device.files.has(src)) return 'data:,'
    return `data:${mimeOf(src)};base64,${host.device.files.read(src)}`
  }
  if (/^(https?:|data:|blob:|\/\/)/.test(src)) return src
  return `${host.settings.assetBase}/${src.replace(/^\/+/, '')}`
}
