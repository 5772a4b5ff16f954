import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '@/api/call'
import type { Result } from '@/api/result'
import type { Id } from '@/domain/id'
import { SCREEN_CODE_MS } from '@/domain/lesson/lesson'
import { newId } from '@/platform/device/new-id'
import { usePageVisibility } from '@/platform/lifecycle/use-page-visibility'
import { storage } from '@/platform/storage/storage'

const STORAGE_KEY = 'lesson-screen'

/** The pause between two looks for a lesson, in ms. */
const LOOK_MS = 2_000

interface Screen {
  id: Id
  /** Until when its code can be typed, by this device's clock; 0 for a screen of an earlier visit and for none. */
  codeUntil: number
}

/** The lesson of a screen; none for a screen that the server does not know. */
async function readScreen(screenId: Id): Promise<Result<{ lessonId?: Id }>> {
  const result = await call('GET /api/lesson-screens/:screenId', { params: { screenId } })
  return !result.ok && result.failure.code === 'not-found' ? { ok: true, data: {} } : result
}

/**
 * Shows a code until a trainer connects this screen; the connection lasts over reloads. A code that has expired is replaced
 * by that of a new screen, because another code for the same one would disconnect it if it was connected meanwhile.
 */
export function useScreenConnection() {
  /** The lesson that this screen is connected with, or the six digits that connect it. */
  const [shown, setShown] = useState<{ lessonId?: Id; code?: string }>({})
  /** The server cannot be reached. */
  const [isFailing, setIsFailing] = useState(false)
  const screen = useRef<Screen>()
  const isVisible = usePageVisibility()
  const isWaiting = isVisible && shown.lessonId === undefined

  useEffect(() => {
    if (!isWaiting) return
    let isOver = false
    let timer: ReturnType<typeof setTimeout>
    const showNewCode = async () => {
      const id = newId()
      const reply = await call('PUT /api/lesson-screens/:screenId', { params: { screenId: id } })
      if (isOver) return
      setIsFailing(!reply.ok)
      if (!reply.ok) return
      screen.current = { id, codeUntil: Date.now() + SCREEN_CODE_MS }
      setShown({ code: reply.data.code })
    }
    const look = async () => {
      screen.current ??= { id: storage.get<Id>(STORAGE_KEY) ?? newId(), codeUntil: 0 }
      const { id, codeUntil } = screen.current
      const found = await readScreen(id)
      if (isOver) return
      setIsFailing(!found.ok)
      if (found.ok && found.data.lessonId !== undefined) {
        storage.set(STORAGE_KEY, id)
        setShown({ lessonId: found.data.lessonId })
        return
      }
      if (found.ok && Date.now() >= codeUntil) await showNewCode()
      if (!isOver) timer = setTimeout(look, LOOK_MS)
    }
    void look()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [isWaiting])

  /** Forgets the lesson and asks for another code. */
  const disconnect = useCallback(() => {
    storage.remove(STORAGE_KEY)
    screen.current = undefined
    setShown({})
  }, [])
  return { ...shown, isFailing, disconnect }
}
