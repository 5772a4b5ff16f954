import type { Network } from './network-types'

export const network: Network = {
  isOnline: async () => navigator.onLine,
  onChange: (listener) => {
    const notify = () => listener(navigator.onLine)
    window.addEventListener('online', notify)
    window.addEventListener('offline', notify)
    return () => {
      window.removeEventListener('online', notify)
      window.removeEventListener('offline', notify)
    }
  },
}
