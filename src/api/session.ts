import { send } from '@/api/http'
import { signIn } from '@/platform/network/sign-in'
import { type Result, readReply } from './result'
import { unanswered } from './unanswered'

interface Session {
  /** Not where a cookie does the work. */
  token?: string
  accountId: string
}

let opening: Promise<Result<Session>> | null = null
let open = false

async function openSession(): Promise<Result<Session>> {
  try {
    const body = await signIn.credential()
    const result = readReply<Session>(await send({ method: 'POST', url: '/api/sessions', body, token: null }))
    if (result.ok) {
      signIn.keepToken(result.data.token ?? null)
      open = true
    }
    return result
  } catch (error) {
    return unanswered(error)
  }
}

/** Signs in silently, once for all who wait; does nothing where a session is known. */
export async function ensureSession(): Promise<Result<null>> {
  if (open || signIn.token()) return { ok: true, data: null }
  opening ??= openSession().finally(() => {
    opening = null
  })
  const result = await opening
  return result.ok ? { ok: true, data: null } : result
}

/** Goes on with the session that a shop's key opened. */
export function adoptSession({ token }: Session) {
  if (token) signIn.keepToken(token)
}

/** The session no longer works: the next call opens another. */
export function forgetSession() {
  open = false
  signIn.keepToken(null)
}
