import { embeddedShop } from '@/platform/embedded-shop/embedded-shop'
import { createTokenStorage } from '../storage/token-storage'
import type { SignIn } from './network-types'

/** One token per API server: compiled sites on the same host share this storage. */
const tokenStorage = createTokenStorage(() => `session-token ${embeddedShop()?.api}`)

/**
 * On H5 the session is in an HttpOnly cookie, out of reach of scripts. A compiled site is on another site than the API,
 * where browsers block its cookies, and uses a token like mini-programs.
 */
export const signIn: SignIn = {
  credential: async () => ({ provider: 'device' }),
  storeToken: (token) => void (embeddedShop() && tokenStorage.storeToken(token)),
  token: () => (embeddedShop() ? tokenStorage.token() : null),
}
