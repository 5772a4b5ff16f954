import type { AppDependencies } from '../../dependencies'
import type { Handlers } from '../../http/call'
import { resolveOrigin } from '../../http/origin'
import { requireOperator } from './operators'
import {
  addPasskey,
  loadWebauthn,
  makeChallenge,
  readPasskeys,
  removePasskey,
  signInByPasskey,
  userHandle,
} from './passkeys'

type Request = Parameters<typeof resolveOrigin>[1]

export function passkeyHandlers(deps: AppDependencies) {
  const { db, clock, settings } = deps
  // as a browser writes it, without the usual port
  const siteOf = (request: Request) => ({ origin: new URL(resolveOrigin(settings, request)).origin })

  return {
    'POST /api/operator/passkeys/challenge': ({ auth, request }) =>
      auth.withRight(async (tx) => {
        const { id, name } = await requireOperator(tx, auth.accountId, clock())
        const challenge = await makeChallenge(deps, tx, auth.accountId, siteOf(request))
        const known = (await readPasskeys(tx, id)).map((passkey) => passkey.id)
        return { ...challenge, user: { id: userHandle(id), name }, known }
      }),
    'POST /api/operator/passkeys': async ({ auth, request, body }) => {
      await loadWebauthn()
      return auth.withRight(async (tx) => {
        const { accountId } = auth
        const operator = await requireOperator(tx, accountId, clock())
        return { createdAt: await addPasskey(deps, tx, { accountId, operator, site: siteOf(request) }, body) }
      })
    },
    'GET /api/operator/passkeys': async ({ auth }) => {
      const { id } = await requireOperator(db.query, auth.accountId, clock())
      const passkeys = await readPasskeys(db.query, id)
      return {
        items: passkeys.map(({ used_at, ...passkey }) => ({
          ...passkey,
          ...(used_at === null ? {} : { usedAt: used_at }),
        })),
      }
    },
    'DELETE /api/operator/passkeys/:passkeyId': ({ auth, params: { passkeyId } }) =>
      auth.withRight(async (tx) => {
        const operator = await requireOperator(tx, auth.accountId, clock())
        await removePasskey(deps, tx, operator, passkeyId)
        return { removed: true }
      }),
    'POST /api/operator/session/challenge': ({ auth, request }) =>
      auth.withRight((tx) => makeChallenge(deps, tx, auth.accountId, siteOf(request))),
    'POST /api/operator/session/passkey': async ({ auth, request, body }) => {
      await loadWebauthn()
      return auth.withRight(async (tx) => {
        const about = { accountId: auth.accountId, site: siteOf(request) }
        const { name, until } = await signInByPasskey(deps, tx, about, body)
        return { name, until }
      })
    },
  } satisfies Partial<Handlers>
}
