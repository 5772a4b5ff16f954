import { useEffect, useMemo, useRef } from 'react'
import { createPoll } from '@/api/create-poll'
import type { CallState } from '@/api/use-call'
import type { Id } from '@/domain/id'
import { armChime, playChime } from '@/platform/audio/chime'
import { usePageVisibility } from '@/platform/lifecycle/use-page-visibility'
import { useOrderSound } from './order-sound'

type TodayState = CallState<'GET /api/shops/:shopId/today'>

const EVERY_MS = 20_000

/**
 * Keeps what waits in a shop up to date while its page is visible, and calls `onNewOrders` with how many orders came
 * since the last reply, however that was read; a short sound goes with it unless it is switched off.
 */
export function useLiveToday(shopId: Id, today: TodayState, onNewOrders: (count: number) => void) {
  const { data, set, reload } = today
  const shown = usePageVisibility()
  const poll = useMemo(() => createPoll('GET /api/shops/:shopId/today', { params: { shopId } }), [shopId])

  useEffect(() => {
    if (!shown) return
    const timer = setInterval(async () => {
      const result = await poll()
      if (result?.ok) set(result.data)
      // reading again signs in where that is what is missing, and says that the network is gone
      if (result && !result.ok) void reload()
    }, EVERY_MS)
    return () => clearInterval(timer)
  }, [shown, poll, set, reload])

  useEffect(armChime, [])

  const announce = useRef(onNewOrders)
  announce.current = onNewOrders
  const known = useRef<number>()
  useEffect(() => {
    if (!data) return
    const { lastOrder, waiting } = data
    // an order that was given up at once waits for nobody
    const count = Math.min(lastOrder - (known.current ?? lastOrder), waiting)
    known.current = lastOrder
    if (count <= 0) return
    announce.current(count)
    if (useOrderSound.getState().isOn) playChime()
  }, [data])
}
