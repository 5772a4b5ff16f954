import type { SignIn } from '../network/sign-in-types'
import { storage } from './storage'

/** A session's token in storage; in memory where storage is full or forbidden, for as long as the app runs. */
export function createTokenStorage(key: () => string): Pick<SignIn, 'keepToken' | 'token'> {
  let inMemory: string | null = null
  return {
    keepToken(token) {
      inMemory = token && !storage.set(key(), token) ? token : null
      if (!token) storage.remove(key())
    },
    token: () => inMemory ?? storage.get<string>(key()),
  }
}
