import type { SignIn } from './sign-in-how'

/** On H5 the server keeps the secret in an HttpOnly cookie; no script ever holds a token. */
export const signIn: SignIn = {
  credential: async () => ({ provider: 'device' }),
  keepToken: () => undefined,
  token: () => null,
}
