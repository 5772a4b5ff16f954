import { useRef, useState } from 'react'
import { call } from '@/api/call'
import type { Failure } from '@/domain/failure'
import type { Id } from '@/domain/id'
import { newId } from '@/platform/device/new-id'

interface RenewKey {
  ask(): void
  yes(): void
  no(): void
  asking: boolean
  busy: boolean
  failure: Failure | null
}

/** Renews the key after a confirmation. A retry sends the same idempotency id, so that a lost reply skips no key. */
export function useRenewKey(shopId: Id, onKey: (key: string) => void): RenewKey {
  const [state, setState] = useState<'idle' | 'asking' | 'busy'>('idle')
  const [failure, setFailure] = useState<Failure | null>(null)
  const id = useRef<Id | null>(null)

  async function yes() {
    id.current ??= newId()
    setState('busy')
    setFailure(null)
    const reply = await call('POST /api/shops/:shopId/key', { params: { shopId }, body: { id: id.current } })
    setState('idle')
    if (!reply.ok) {
      setFailure(reply.failure)
      return
    }
    id.current = null
    onKey(reply.data.key)
  }

  return {
    ask: () => setState('asking'),
    yes: () => void yes(),
    no: () => setState('idle'),
    asking: state === 'asking',
    busy: state === 'busy',
    failure,
  }
}
