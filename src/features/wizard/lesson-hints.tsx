import type { ReactNode } from 'react'
import { create } from 'zustand'
import type { PointerPlace } from '@/domain/lesson/lesson'

/** The hints of a lesson on the wizard's screen. */
export interface LessonHints {
  /** True during a lesson, whose strip takes more space than the head that it replaces. */
  isTaught: boolean
  /** The place that a trainer points at, and its mark. */
  place: PointerPlace | null
  mark: ReactNode
  /** Words of the trainer, which are read aloud before the question. */
  said: string
  sheet: ReactNode
}

export const useLessonHints = create<LessonHints>(() => ({
  isTaught: false,
  place: null,
  mark: null,
  said: '',
  sheet: null,
}))

/** The mark of a place while a trainer points at it. Its container must be positioned. */
export function PointerTarget({ place }: { place: PointerPlace }) {
  return useLessonHints((hints) => hints.place === place && hints.mark)
}
