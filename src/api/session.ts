import { send } from '@/api/http'
import type { RouteReply } from '@/contract/routes'
import { signIn } from '@/platform/network/sign-in'
import { type Result, readReply } from './result'
import { toTransportFailure } from './transport-failure'

type Session = RouteReply<'POST /api/sessions'>

let opening: Promise<Result<Session>> | null = null
let open = false

async function openSession(): Promise<Result<Session>> {
  let body: Awaited<ReturnType<typeof signIn.credential>>
  try {
    body = await signIn.credential()
  } catch (error) {
    return toTransportFailure(error, 'no-login')
  }
  try {
    const result = readReply<Session>(await send({ method: 'POST', url: '/api/sessions', body, token: null }))
    if (result.ok) {
      signIn.storeToken(result.data.token ?? null)
      open = true
    }
    return result
  } catch (error) {
    return toTransportFailure(error)
  }
}

/** Signs in silently unless there is a session; concurrent calls share one request. */
export async function ensureSession(): Promise<Result<null>> {
  if (open || signIn.token()) return { ok: true, data: null }
  opening ??= openSession().finally(() => {
    opening = null
  })
  const result = await opening
  return result.ok ? { ok: true, data: null } : result
}

/** Uses the session that was opened with a shop's key. */
export function adoptSession({ token }: Session) {
  if (token) signIn.storeToken(token)
}

/** Discards an invalid session; the next call opens a new one. */
export function forgetSession() {
  open = false
  signIn.storeToken(null)
}
