import { Type } from '@sinclair/typebox'
import type { Route } from './route'
import { Exact, IdShape, SlugShape } from './shapes'

/** A shop's key as printed: five groups of four, Crockford base32. */
export const KeyShape = Type.String({ minLength: 20, maxLength: 40 })

export const SessionShape = Exact({
  token: Type.String(),
  accountId: IdShape,
  /** Only when a key restored a shop: the shop, and the new key that replaces the used one. */
  restored: Type.Optional(
    Exact({ shopId: IdShape, slug: SlugShape, name: Type.String(), key: Type.String() }),
  ),
})

export const sessionRoutes = {
  'POST /api/sessions': {
    summary:
      'Sign in. `device` mints a secret kept in an HttpOnly cookie; `wechat` trades a login code; `key` restores a shop once and answers its new key.',
    access: 'anyone',
    body: Type.Union([
      Exact({ provider: Type.Literal('device') }),
      Exact({ provider: Type.Literal('wechat'), code: Type.String({ minLength: 1, maxLength: 200 }) }),
      Exact({ provider: Type.Literal('key'), key: KeyShape }),
    ]),
    reply: SessionShape,
  },
  'DELETE /api/sessions/current': {
    summary: 'Sign out on this phone: its token and its cookie stop working.',
    access: 'signed-in',
    reply: Exact({ ended: Type.Boolean() }),
  },
} as const satisfies Record<string, Route>
