import { useEffect } from 'react'
import { call } from '@/api/call'
import { createRetry } from '@/api/retry'
import { type Failure, isTransient } from '@/domain/failure'
import type { Id } from '@/domain/id'
import { createPersistedStore } from '@/platform/storage/persisted-store'

interface UnsentConfirmations {
  /** The hand-overs whose drafts this phone has stored, until the server has answered. */
  handoverIds: Id[]
}

const useUnsent = createPersistedStore<UnsentConfirmations, UnsentConfirmations>(
  () => ({ handoverIds: [] }),
  { name: 'unsent-confirmations' },
)

const retry = createRetry(sendConfirmations, { delays: [2_000, 5_000, 15_000] })
let isSending = false

async function sendConfirmations(): Promise<void> {
  if (isSending) return
  isSending = true
  retry.cancel()
  const failure = await sendAll()
  isSending = false
  if (failure) retry.schedule(failure)
  else retry.reset()
}

/** Sends one after another; returns the temporary failure that stopped it, if any. */
async function sendAll(): Promise<Failure | undefined> {
  for (;;) {
    const [handoverId] = useUnsent.getState().handoverIds
    if (handoverId === undefined) return undefined
    const reply = await call('POST /api/handovers/:handoverId/received', { params: { handoverId } })
    if (!reply.ok && isTransient(reply.failure.code)) return reply.failure
    useUnsent.setState(({ handoverIds }) => ({ handoverIds: handoverIds.filter((id) => id !== handoverId) }))
  }
}

/** Confirms to the server that a draft is stored on this phone; the server and the giver's phone then forget theirs. */
export function confirmReceived(handoverId: Id): void {
  useUnsent.setState(({ handoverIds }) => ({ handoverIds: [...new Set([...handoverIds, handoverId])] }))
  void sendConfirmations()
}

/** Sends the confirmations that were not answered before the app was closed. */
export function useUnsentConfirmations(): void {
  useEffect(() => void sendConfirmations(), [])
}
