import { useEffect, useMemo, useRef } from 'react'
import { createPoll } from '@/api/create-poll'
import type { CallState } from '@/api/use-call'
import type { Id } from '@/domain/id'
import { armChime, playChime } from '@/platform/audio/chime'
import { usePolling } from '@/platform/lifecycle/use-polling'
import { useOrderSound } from './order-sound'

type TodayState = CallState<'GET /api/shops/:shopId/today'>

const POLL_MS = 20_000

/**
 * Polls a shop's counts while its page is visible and calls `onNewOrders` with the number of orders since the last reply. A short
 * sound is played too, unless it is switched off.
 */
export function useLiveToday(shopId: Id, today: TodayState, onNewOrders: (count: number) => void) {
  const { data, set, reload } = today
  const poll = useMemo(() => createPoll('GET /api/shops/:shopId/today', { params: { shopId } }), [shopId])

  usePolling(async () => {
    const result = await poll()
    if (result?.ok) set(result.data)
    // a full read signs in again if the session has ended, and reports a lost network
    if (result && !result.ok) void reload()
  }, POLL_MS)

  useEffect(armChime, [])

  const announce = useRef(onNewOrders)
  announce.current = onNewOrders
  const lastArrived = useRef<number>()
  useEffect(() => {
    if (!data) return
    const { arrived, waiting } = data
    // an order that was canceled at once is not counted
    const count = Math.min(arrived - (lastArrived.current ?? arrived), waiting)
    lastArrived.current = arrived
    if (count <= 0) return
    announce.current(count)
    if (useOrderSound.getState().isOn) playChime()
  }, [data])
}
