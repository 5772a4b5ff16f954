import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { createPoll } from '@/api/create-poll'
import type { CallState } from '@/api/use-call'
import type { Id } from '@/domain/id'
import { todayWords } from '@/locales/shop/today'
import { armChime, playChime } from '@/platform/audio/chime'
import { narrator } from '@/platform/audio/use-speech'
import { claimEvent } from '@/platform/lifecycle/claim-event'
import { useForegroundPolling, usePolling } from '@/platform/lifecycle/use-polling'
import { followEvents } from '@/platform/network/event-stream'
import { useOrderSound } from './order-sound'

/** Receives the numbers of orders and of claims that have arrived. */
export type OnNews = (orders: number, claims: number) => void

type TodayState = CallState<'GET /api/shops/:shopId/today'>

/** All counts are read in this interval, in ms. */
const POLL_MS = 20_000

/** Without server-sent events, new orders are asked for in this interval, in ms. */
const WAITING_POLL_MS = 2500

/**
 * Keeps a shop's counts current and calls `onNews` with the numbers of orders and claims since the last reply. A short sound is played and
 * the numbers are spoken, unless it is switched off. Events continue while the page is covered or in the background.
 */
export function useLiveToday(shopId: Id, today: TodayState, onNews: OnNews) {
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
  useAnnouncedNews(shopId, data, onNews)
}

/** Calls back when the number of waiting orders has changed, or one of them, or the number of claims. */
function useWaitingOrders(shopId: Id, onChange: () => void) {
  const [isLive, setIsLive] = useState(false)
  const poll = useMemo(() => createPoll('GET /api/shops/:shopId/waiting', { params: { shopId } }), [shopId])
  useEffect(
    () => followEvents(`/api/shops/${shopId}/events`, { onMessage: onChange, onLive: setIsLive }),
    [shopId, onChange],
  )
  useForegroundPolling(async () => ((await poll())?.ok ? onChange() : undefined), WAITING_POLL_MS, !isLive)
}

/** Announces the orders and claims that have arrived since the last reply. Of several tabs, each shows them and one is heard. */
function useAnnouncedNews(shopId: Id, data: TodayState['data'], onNews: OnNews) {
  narrator.useIsAvailable()
  const announce = useRef(onNews)
  announce.current = onNews
  const last = useRef<{ arrived: number; claims: number }>()
  useEffect(() => {
    if (!data) return
    const { arrived, waiting, claims = 0, openRefunds } = data
    const known = last.current ?? { arrived, claims }
    last.current = { arrived, claims }
    // an order that was canceled at once is not counted, nor a claim that was withdrawn
    const orders = Math.max(0, Math.min(arrived - known.arrived, waiting))
    const claimed = Math.max(0, Math.min(claims - known.claims, openRefunds))
    if (orders + claimed === 0) return
    announce.current(orders, claimed)
    if (useOrderSound.getState().isOn)
      void sound(`${shopId} ${arrived} ${claims}`, todayWords.announcement(orders, claimed))
  }, [shopId, data])
}

async function sound(event: string, words: string) {
  if (!(await claimEvent(event))) return
  playChime()
  void narrator.say(words)
}
