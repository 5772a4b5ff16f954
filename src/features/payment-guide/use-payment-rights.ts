import { useEffect } from 'react'
import { type CallState, useCall } from '@/api/use-call'
import type { RouteReply } from '@/contract/routes'
import type { Id } from '@/domain/id'
import { isUnderWay } from '@/domain/payment/payment-application'
import { useReturnToPage } from '@/platform/lifecycle/use-page-visibility'
import { usePolling } from '@/platform/lifecycle/use-polling'
import { dropDraft, dropEndedDraft, dropOldDrafts } from './apply/application-draft-store'

type RightsRoute = 'GET /api/shops/:shopId/payment-rights'
export type PaymentRightsReply = RouteReply<RightsRoute>

const POLL_INTERVAL_MS = 10_000

/**
 * Reads how a seller can be paid; again on return, and regularly while her application is under way. Drafts of applications that have
 * ended, of shops that are gone, and that are old are removed from this phone.
 */
export function usePaymentRights(shopId: Id): CallState<RightsRoute> {
  const read = useCall('GET /api/shops/:shopId/payment-rights', { params: { shopId } })
  const { data, failure, reload } = read
  const { state, sentAt = 0 } = data?.application ?? {}
  const isGone = failure?.code === 'not-found'
  usePolling(() => void reload(), POLL_INTERVAL_MS, state !== undefined && isUnderWay(state))
  useReturnToPage(() => void reload())
  useEffect(() => dropOldDrafts(Date.now()), [])
  useEffect(() => {
    if (state) dropEndedDraft(shopId, { state, sentAt })
    if (isGone) dropDraft(shopId)
  }, [shopId, state, sentAt, isGone])
  return read
}
