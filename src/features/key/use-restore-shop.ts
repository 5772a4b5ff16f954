import { useRef, useState } from 'react'
import { call } from '@/api/call'
import { adoptSession } from '@/api/session'
import type { RouteReply } from '@/contract/routes'
import type { Failure } from '@/domain/failure'

export type RestoredKey = NonNullable<RouteReply<'POST /api/sessions'>['restored']>

/** Signs in with a key, which adds its shop to this phone's account. */
export function useRestoreShop() {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [restored, setRestored] = useState<RestoredKey | null>(null)
  const sending = useRef(false)

  async function restore(key: string) {
    if (sending.current) return
    sending.current = true
    setBusy(true)
    setFailure(null)
    const reply = await call('POST /api/sessions', { body: { provider: 'key', key } })
    sending.current = false
    setBusy(false)
    if (reply.ok) adoptSession(reply.data)
    if (!reply.ok) setFailure(reply.failure)
    else if (reply.data.restored) setRestored(reply.data.restored)
    else setFailure({ code: 'unreadable', status: 0 })
  }

  return { restore: (key: string) => void restore(key), busy, failure, restored }
}
