import { useEffect } from 'react'
import { type CallState, useCall } from '@/api/use-call'
import type { RouteReply } from '@/contract/routes'
import type { Id } from '@/domain/id'
import { isUnderWay } from '@/domain/payment-application'
import { useReturnToPage } from '@/platform/lifecycle/use-page-visibility'
import { usePolling } from '@/platform/lifecycle/use-polling'
import { dropEndedDraft } from './apply/application-draft-store'

type RightsRoute = 'GET /api/shops/:shopId/payment-rights'
export type PaymentRightsReply = RouteReply<RightsRoute>

const POLL_INTERVAL_MS = 10_000

/**
 * Reads how a seller can be paid; again on return, and regularly while her application is under way. The draft of an application that
 * has ended is removed from this phone.
 */
export function usePaymentRights(shopId: Id): CallState<RightsRoute> {
  const read = useCall<RightsRoute>('GET /api/shops/:shopId/payment-rights', { params: { shopId } })
  const { data, reload } = read
  const state = data?.application?.state
  usePolling(() => void reload(), POLL_INTERVAL_MS, state !== undefined && isUnderWay(state))
  useReturnToPage(() => void reload())
  useEffect(() => {
    if (state) dropEndedDraft(shopId, state)
  }, [shopId, state])
  return read
}
