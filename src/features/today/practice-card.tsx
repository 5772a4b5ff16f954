import { useState } from 'react'
import { call } from '@/api/call'
import { dayOf } from '@/domain/day'
import type { ManagedShop } from '@/domain/shop/shop'
import { describeFailure } from '@/locales/failure'
import { todayWords } from '@/locales/shop/today'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { StaleNotice } from '@/ui/notice/stale-notice'
import { ToDoCard } from './to-do-card'

interface PracticeCardProps {
  shopId: string
  practiceUntil: number
  onReal(shop: ManagedShop): void
}

/** Says that the shop is for practice, and makes it real. */
export function PracticeCard({ shopId, practiceUntil, onReal }: PracticeCardProps) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const { title, text, do: action, busy: busyWords } = todayWords.practice

  async function makeReal() {
    if (busy) return
    setBusy(true)
    setError(undefined)
    const result = await call('POST /api/shops/:shopId/practice/end', { params: { shopId } })
    setBusy(false)
    if (result.ok) onReal(result.data)
    else setError(describeFailure(result.failure))
  }

  return (
    <>
      {error && <StaleNotice>{error}</StaleNotice>}
      <ToDoCard
        title={title}
        text={text(dayOf(practiceUntil), serverNow())}
        action={busy ? busyWords : action}
        first
        onPress={() => void makeReal()}
      />
    </>
  )
}
