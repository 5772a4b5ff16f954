import { useMemo, useRef, useState } from 'react'
import type { Id } from '@/domain/id'
import { type Design, sameDesign } from '../model/design'
import { beginning, redone, type Steps, stepTo, undone } from '../model/undo-history'
import { useLookDrafts } from '../storage/look-drafts'
import { keepSteps, keptSteps } from '../storage/undo-storage'

export interface Designing {
  design: Design
  /** Letters typed into one field, `about`, are one step. */
  edit(change: (design: Design) => Design, about?: string): void
  undo?: () => void
  redo?: () => void
  /** What is typed next is a step of its own, though it goes into the same field. */
  endStep(): void
}

/** The design of a shop and the steps that led to it, kept on the phone each time one is made or taken back. */
export function useDesign(shopId: Id, kept: Design): Designing {
  const [made, setMade] = useState<Steps>()
  const now = useMemo(() => stepsTo(shopId, kept, made), [shopId, kept, made])
  const latest = useRef(now)
  latest.current = now
  /** As it stands by now: what this page began (a photo on its way) may end when another page has gone on. */
  const current = () =>
    stepsTo(shopId, useLookDrafts.getState().drafts[shopId]?.design ?? kept, latest.current)
  const go = (next: Steps) => {
    latest.current = next
    setMade(next)
    keepSteps(shopId, next)
    useLookDrafts.getState().change(shopId, { design: next.now })
  }
  return {
    design: now.now,
    edit: (change, about) => {
      const from = current()
      go(stepTo(from, change(from.now), about))
    },
    endStep: () => go({ ...current(), about: '' }),
    ...(now.past.length > 0 ? { undo: () => go(undone(current())) } : {}),
    ...(now.future.length > 0 ? { redo: () => go(redone(current())) } : {}),
  }
}

/** The steps that led to a design: those made here, or kept on the phone; none where it came from another device. */
function stepsTo(shopId: Id, design: Design, made: Steps | undefined): Steps {
  if (made && sameDesign(made.now, design)) return made
  return keptSteps(shopId, design, Date.now()) ?? beginning(design, Date.now())
}
