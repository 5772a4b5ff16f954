import { copyText } from './clipboard'
import type { Share } from './device-types'

/** The share sheet requires https and is not supported by every browser. */
const hasSheet = typeof navigator !== 'undefined' && typeof navigator.share === 'function'

export const share: Share = {
  byButton: false,
  hasSheet,
  async link(title, url) {
    if (hasSheet) {
      try {
        await navigator.share({ title, url })
        return 'shared'
      } catch (error) {
        if ((error as Error).name === 'AbortError') return 'cancelled'
      }
    }
    return (await copyText(url)) ? 'copied' : 'failed'
  },
  setCurrentCard: () => {},
}

/** Downloads a URL; `null` on platforms without downloads. */
export const download: ((url: string) => void) | null = (url) => {
  const link = document.createElement('a')
  link.href = url
  link.download = ''
  document.body.appendChild(link)
  link.click()
  link.remove()
}
