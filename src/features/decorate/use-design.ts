import { useRef, useState } from 'react'
import type { Id } from '@/domain/id'
import { type Design, sameDesign } from './design'
import { keepSteps, keptSteps } from './kept-steps'
import { useLookDrafts } from './look-drafts'
import { beginning, redone, type Steps, stepTo, undone } from './steps'

export interface Designing {
  design: Design
  /** Letters typed into one field, `about`, are one step. */
  edit(change: (design: Design) => Design, about?: string): void
  undo?: () => void
  redo?: () => void
}

/** The design of a shop and the steps that led to it, kept on the phone each time one is made or taken back. */
export function useDesign(shopId: Id, kept: Design): Designing {
  const begin = () => beginning(kept, Date.now())
  const [steps, setSteps] = useState(() => keptSteps(shopId, kept, Date.now()) ?? begin())
  // what came from another device is where it goes on
  const now = sameDesign(steps.now, kept) ? steps : begin()
  const latest = useRef(now)
  latest.current = now
  const go = (next: Steps) => {
    latest.current = next
    setSteps(next)
    useLookDrafts.getState().change(shopId, { design: next.now })
    keepSteps(shopId, next)
  }
  return {
    design: now.now,
    edit: (change, about) => go(stepTo(latest.current, change(latest.current.now), about)),
    ...(now.past.length > 0 ? { undo: () => go(undone(latest.current)) } : {}),
    ...(now.future.length > 0 ? { redo: () => go(redone(latest.current)) } : {}),
  }
}
