import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { createPoll } from '@/api/create-poll'
import type { CallState } from '@/api/use-call'
import type { Id } from '@/domain/id'
import { todayWords } from '@/locales/today'
import { armChime, playChime } from '@/platform/audio/chime'
import { narrator } from '@/platform/audio/use-speech'
import { claimEvent } from '@/platform/lifecycle/claim-event'
import { useForegroundPolling, usePolling } from '@/platform/lifecycle/use-polling'
import { followEvents } from '@/platform/network/event-stream'
import { useOrderSound } from './order-sound'

type TodayState = CallState<'GET /api/shops/:shopId/today'>

/** All counts are read in this interval, in ms. */
const POLL_MS = 20_000

/** Without server-sent events, new orders are asked for in this interval, in ms. */
const WAITING_POLL_MS = 2500

/**
 * Keeps a shop's counts current and calls `onNewOrders` with the number of orders since the last reply. A short sound is played and
 * the number spoken, unless it is switched off. Events go on while the page is covered or in the background.
 */
export function useLiveToday(shopId: Id, today: TodayState, onNewOrders: (count: number) => void) {
  const { data, set, reload } = today
  const poll = useMemo(() => createPoll('GET /api/shops/:shopId/today', { params: { shopId } }), [shopId])
  const refresh = useCallback(async () => {
    const result = await poll()
    if (result?.ok) set(result.data)
    // a full read signs in again if the session has ended, and reports a lost network
    if (result && !result.ok) void reload()
  }, [poll, set, reload])

  usePolling(refresh, POLL_MS)
  useWaitingOrders(shopId, refresh)
  useEffect(armChime, [])
  useAnnouncedOrders(shopId, data, onNewOrders)
}

/** Calls back when the number of waiting orders has changed, or one of them. */
function useWaitingOrders(shopId: Id, onChange: () => void) {
  const [isLive, setIsLive] = useState(false)
  const poll = useMemo(() => createPoll('GET /api/shops/:shopId/waiting', { params: { shopId } }), [shopId])
  useEffect(
    () => followEvents(`/api/shops/${shopId}/events`, { onMessage: onChange, onLive: setIsLive }),
    [shopId, onChange],
  )
  useForegroundPolling(async () => ((await poll())?.ok ? onChange() : undefined), WAITING_POLL_MS, !isLive)
}

/** Announces the orders that have arrived since the last reply. Of several tabs, each shows them and one is heard. */
function useAnnouncedOrders(shopId: Id, data: TodayState['data'], onNewOrders: (count: number) => void) {
  narrator.useIsAvailable()
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
    if (useOrderSound.getState().isOn) void sound(`${shopId} ${arrived}`, count)
  }, [shopId, data])
}

async function sound(event: string, count: number) {
  if (!(await claimEvent(event))) return
  playChime()
  void narrator.say(todayWords.announcement(count))
}
