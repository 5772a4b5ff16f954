import type { SignIn } from '../network/network-types'
import { storage } from './storage'

/** Stores a session token; in memory only if storage is full or forbidden. */
export function createTokenStorage(key: () => string): Pick<SignIn, 'storeToken' | 'token'> {
  let inMemory: string | null = null
  return {
    storeToken(token) {
      inMemory = token && !storage.set(key(), token) ? token : null
      if (!token) storage.remove(key())
    },
    token: () => inMemory ?? storage.get<string>(key()),
  }
}
