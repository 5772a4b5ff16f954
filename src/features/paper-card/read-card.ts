import { storage } from '@/platform/storage/storage'

const STORAGE_KEY = 'paper-card'

/** The code of the card that was read last on this phone, so that its owner may close the page during the wait. */
export const readCardStorage = {
  get: (): string | null => storage.get<string>(STORAGE_KEY),
  set: (code: string): boolean => storage.set(STORAGE_KEY, code),
  remove: (): void => storage.remove(STORAGE_KEY),
}
