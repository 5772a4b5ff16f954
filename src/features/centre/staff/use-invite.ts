import { useState } from 'react'
import { call } from '@/api/call'
import type { Invitation } from '@/contract/centres'
import { describeFailure } from '@/locales/failure'
import type { ShownCode } from './code-sheet'

type Invited = Pick<Invitation, 'id' | 'role' | 'name'>

/** Invites somebody to a role; the same again shows the same code while the invitation is open. */
export function useInvite(centre: string, onCode: (code: ShownCode) => void) {
  const [busyId, setBusyId] = useState<string>()
  const [error, setError] = useState<string>()

  /** Resolves to the failure, so that callers can keep what has to be sent again. */
  async function invite({ id, role, name }: Invited) {
    setBusyId(id)
    setError(undefined)
    const result = await call('PUT /api/centres/:centre/invitations/:invitationId', {
      params: { centre, invitationId: id },
      body: { role, name },
    })
    setBusyId(undefined)
    if (result.ok) onCode({ name, ...result.data })
    else setError(describeFailure(result.failure))
    return result
  }
  return { busyId, error, clearError: () => setError(undefined), invite }
}
