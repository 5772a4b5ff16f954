import { useRef, useState } from 'react'
import { call } from '@/api/call'
import type { Help } from '@/contract/shop/helps'
import type { Failure } from '@/domain/failure'
import type { Id } from '@/domain/id'
import type { ConsentMethod } from '@/domain/shop/help'
import { newId } from '@/platform/device/new-id'

interface ConsentRecord {
  /** Records that somebody agrees to have the shop of this id opened. */
  record(consent: ConsentMethod, person: string): void
  busy: boolean
  failure: Failure | null
}

/** Records consent on the server. A retry sends the same id, so that nobody agrees twice. */
export function useConsentRecord(
  { centre, shopId }: { centre: string; shopId: Id },
  onRecorded: (help: Help) => void,
): ConsentRecord {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const helpId = useRef<Id>(newId())
  const running = useRef(false)

  async function record(consent: ConsentMethod, person: string) {
    if (running.current) return
    running.current = true
    setBusy(true)
    setFailure(null)
    const name = person.trim()
    const reply = await call('PUT /api/centres/:centre/helps/:helpId', {
      params: { centre, helpId: helpId.current },
      body: { shopId, consent, ...(name ? { person: name } : {}) },
    })
    running.current = false
    setBusy(false)
    if (reply.ok) return onRecorded(reply.data)
    // a help that ended, or an id that was used, needs another one
    if (reply.failure.code === 'help-over') helpId.current = newId()
    setFailure(reply.failure)
  }

  return { record: (consent, person) => void record(consent, person), busy, failure }
}
