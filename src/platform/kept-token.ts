import { kept } from './kept'
import type { SignIn } from './sign-in-how'

/** A session's token in storage; in memory where storage is full or forbidden, for as long as the app runs. */
export function keptToken(key: () => string): Pick<SignIn, 'keepToken' | 'token'> {
  let inMemory: string | null = null
  return {
    keepToken(token) {
      inMemory = token && !kept.set(key(), token) ? token : null
      if (!token) kept.remove(key())
    },
    token: () => inMemory ?? kept.get<string>(key()),
  }
}
