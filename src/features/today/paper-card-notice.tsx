import { useState } from 'react'
import { call } from '@/api/call'
import type { Id } from '@/domain/id'
import { describeFailure } from '@/locales/failure'
import { todayWords } from '@/locales/shop/today'
import { momentWords } from '@/locales/time'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { StaleNotice } from '@/ui/notice/stale-notice'
import type { Today } from './to-do'
import { ToDoCard } from './to-do-card'

interface PaperCardNoticeProps {
  shopId: Id
  card: NonNullable<Today['paperCard']>
  now: number
  /** The card has ended. */
  onVetoed(): void
}

/** Says that somebody asks for the shop with its paper card, which one tap ends, or that the card is locked. */
export function PaperCardNotice({ shopId, card, now, onVetoed }: PaperCardNoticeProps) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const { asked, locked } = todayWords.paperCard

  async function veto() {
    if (busy) return
    setBusy(true)
    setError(undefined)
    const result = await call('DELETE /api/shops/:shopId/paper-card', { params: { shopId } })
    setBusy(false)
    if (result.ok) onVetoed()
    else setError(describeFailure(result.failure))
  }

  return (
    <>
      {error && <StaleNotice>{error}</StaleNotice>}
      {card.dueAt !== undefined && (
        <ToDoCard
          title={asked.title}
          text={asked.text(momentWords(card.dueAt, now))}
          action={busy ? asked.busy : asked.do}
          first
          onPress={() => void veto()}
        />
      )}
      {card.lockedUntil !== undefined && (
        <ToDoCard
          title={locked.title}
          text={locked.text(momentWords(card.lockedUntil, now))}
          action={locked.do}
          first={false}
          onPress={() => go(urlOf('makeCard', { shop: shopId }))}
        />
      )}
    </>
  )
}
