import { type Static, Type } from '@sinclair/typebox'
import type { Route } from './route'
import { Exact, IdShape, SlugShape } from './shapes'

/** A shop's key as printed or typed: five groups of four Crockford base32 characters, separated by spaces or dashes. */
export const KeyShape = Type.String({ minLength: 20, maxLength: 40, pattern: '^[0-9A-Za-z \\u3000-]*$' })

export const AppidShape = Type.String({ pattern: '^[0-9A-Za-z]{1,40}$' })

/** A code that WeChat gives for one sign-in. */
export const LoginCodeShape = Type.String({ pattern: '^[\\x21-\\x7e]{1,200}$' })

const DeviceSignIn = Exact({ provider: Type.Literal('device') })
const WechatSignIn = Exact({
  provider: Type.Literal('wechat'),
  code: LoginCodeShape,
  /** The mini-program that asked WeChat for the code; without it, the installation's own. */
  appid: Type.Optional(AppidShape),
})
const KeySignIn = Exact({ provider: Type.Literal('key'), key: KeyShape })

/** A union discriminated by `provider`, so that validation errors refer to the selected variant only. */
const SignIn = Type.Unsafe<
  Static<typeof DeviceSignIn> | Static<typeof WechatSignIn> | Static<typeof KeySignIn>
>({
  type: 'object',
  required: ['provider'],
  discriminator: { propertyName: 'provider' },
  oneOf: [DeviceSignIn, WechatSignIn, KeySignIn],
})

export const SessionShape = Exact({
  /** For clients without cookies: mini-programs, scripts, and compiled sites on other hosts. */
  token: Type.Optional(Type.String()),
  accountId: IdShape,
  /** Only after sign-in with a key: the restored shop, and the new key that replaces the used one. */
  restored: Type.Optional(
    Exact({ shopId: IdShape, slug: SlugShape, name: Type.String(), key: Type.String() }),
  ),
})

export const sessionRoutes = {
  'POST /api/sessions': {
    summary:
      'Sign in. `device` mints a secret kept in an HttpOnly cookie; `wechat` trades a login code; `key` restores a shop once and answers its new key.',
    access: 'anyone',
    body: SignIn,
    reply: SessionShape,
  },
  'DELETE /api/sessions/current': {
    summary: 'Sign out on this phone: its token and its cookie stop working.',
    access: 'signed-in',
    reply: Exact({ ended: Type.Boolean() }),
  },
} as const satisfies Record<string, Route>
