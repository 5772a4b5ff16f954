import { useRef, useState } from 'react'
import { call } from '@/api/call'
import type { Failure } from '@/domain/failure'
import type { Id } from '@/domain/id'
import { newId } from '@/platform/device/new-id'

interface Renew {
  ask(): void
  yes(): void
  no(): void
  asking: boolean
  busy: boolean
  failure: Failure | null
}

/** Makes the key anew after asking once. A reply that got lost is asked for again by the same id, so no key is skipped. */
export function useRenew(shopId: Id, onKey: (key: string) => void): Renew {
  const [state, setState] = useState<'still' | 'asking' | 'busy'>('still')
  const [failure, setFailure] = useState<Failure | null>(null)
  const id = useRef<Id | null>(null)

  async function yes() {
    id.current ??= newId()
    setState('busy')
    setFailure(null)
    const reply = await call('POST /api/shops/:shopId/key', { params: { shopId }, body: { id: id.current } })
    setState('still')
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
    no: () => setState('still'),
    asking: state === 'asking',
    busy: state === 'busy',
    failure,
  }
}
