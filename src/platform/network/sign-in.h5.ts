import { embeddedShop } from '@/platform/embedded-shop/embedded-shop'
import { createTokenStorage } from '../storage/token-storage'
import type { SignIn } from './sign-in-types'

/** Each server has its own: shops' own sites may share a host, and with it this storage. */
const ofShop = createTokenStorage(() => `session-token ${embeddedShop()?.api}`)

/**
 * On H5 the server keeps the secret in an HttpOnly cookie, and no script ever holds a token. But a shop's own site is
 * another site than the API, whose cookies browsers leave out there: it holds a token, as mini-programs do.
 */
export const signIn: SignIn = {
  credential: async () => ({ provider: 'device' }),
  keepToken: (token) => void (embeddedShop() && ofShop.keepToken(token)),
  token: () => (embeddedShop() ? ofShop.token() : null),
}
