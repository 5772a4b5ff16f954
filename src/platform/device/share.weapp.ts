import { copyText } from './clipboard'
import type { Share } from './device-types'

export const share: Share = {
  byButton: true,
  hasSheet: false,
  link: async (_title, url) => ((await copyText(url)) ? 'copied' : 'failed'),
}

/** Mini-programs cannot save files; the URL is copied instead. */
export const download: ((url: string) => void) | null = null
