import { useEffect, useState } from 'react'
import { usePageVisibility } from '@/platform/lifecycle/use-page-visibility'
import { go, isFirstPage } from '@/platform/navigation/navigate'
import { storage } from '@/platform/storage/storage'
import { urlOf } from '@/routes'

const DRAFT = 'wizard-draft'
const LOOK_EVERY = 1000

/** The shop being made on this phone: at least its trade is chosen (`begun`), or 开张 was pressed (`waiting`). */
export type OpenDraft = 'none' | 'begun' | 'waiting'

interface KeptDraft {
  state?: { draft?: { trade?: unknown; sealed?: unknown } }
}

function look(): OpenDraft {
  try {
    const text = storage.get<string>(DRAFT)
    const draft = text ? (JSON.parse(text) as KeptDraft).state?.draft : null
    if (!draft?.trade) return 'none'
    return draft.sealed ? 'waiting' : 'begun'
  } catch {
    return 'none'
  }
}

/**
 * How far opening a shop has come, looked up whenever the page comes to the front. A shop that waits is gone on with at
 * once when the app starts here, and shown from here as soon as it is open.
 */
export function useOpenDraft(): OpenDraft {
  const shown = usePageVisibility()
  const [draft, setDraft] = useState(look)

  useEffect(() => {
    if (isFirstPage() && look() === 'waiting') go(urlOf('open'))
  }, [])

  useEffect(() => {
    if (shown) setDraft(look())
  }, [shown])

  useEffect(() => {
    if (!shown || draft !== 'waiting') return
    const timer = setInterval(() => {
      const now = look()
      setDraft(now)
      if (now === 'none') go(urlOf('open'))
    }, LOOK_EVERY)
    return () => clearInterval(timer)
  }, [shown, draft])

  return draft
}
