import { useEffect, useState } from 'react'
import { usePageVisibility } from '@/platform/lifecycle/use-page-visibility'
import { usePolling } from '@/platform/lifecycle/use-polling'
import { go, isFirstPage } from '@/platform/navigation/navigate'
import { storage } from '@/platform/storage/storage'
import { urlOf } from '@/routes'

const STORAGE_KEY = 'wizard-draft'
const POLL_MS = 1000

/** The stage of the shop draft on this phone: its trade is chosen (`begun`), or 开张 was pressed (`waiting`). */
export type DraftStage = 'none' | 'begun' | 'waiting'

interface StoredDraft {
  state?: { draft?: { trade?: unknown; sealed?: unknown } }
}

function readStage(): DraftStage {
  try {
    const text = storage.get<string>(STORAGE_KEY)
    const draft = text ? (JSON.parse(text) as StoredDraft).state?.draft : null
    if (!draft?.trade) return 'none'
    return draft.sealed ? 'waiting' : 'begun'
  } catch {
    return 'none'
  }
}

/**
 * The stage of the shop draft, read whenever the page comes to the front. If a shop is waiting, the wizard is opened when the
 * app starts on this page, and once the shop is open.
 */
export function useOpenDraft(): DraftStage {
  const isVisible = usePageVisibility()
  const [draft, setDraft] = useState(readStage)

  useEffect(() => {
    if (isFirstPage() && readStage() === 'waiting') go(urlOf('open'))
  }, [])

  useEffect(() => {
    if (isVisible) setDraft(readStage())
  }, [isVisible])

  const checkStage = () => {
    const now = readStage()
    setDraft(now)
    if (now === 'none') go(urlOf('open'))
  }
  usePolling(checkStage, POLL_MS, draft === 'waiting')

  return draft
}
