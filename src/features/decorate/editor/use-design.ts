import { useMemo, useRef, useState } from 'react'
import type { Id } from '@/domain/id'
import { type Design, isSameDesign } from '../model/design'
import { createHistory, recordStep, redo, type UndoHistory, undo } from '../model/undo-history'
import { useLookDrafts } from '../storage/look-drafts'
import { loadUndoHistory, saveUndoHistory } from '../storage/undo-storage'

export interface DesignEditor {
  design: Design
  /** Consecutive edits with the same `about` (letters typed into one field) form one undo step. */
  edit(change: (design: Design) => Design, about?: string): void
  undo?: () => void
  redo?: () => void
  /** Starts a new undo step, even if the next edit goes into the same field. */
  endStep(): void
}

/** Edits a shop's design with undo and redo; the design and its history are persisted on every step. */
export function useDesign(shopId: Id, storedDesign: Design): DesignEditor {
  const [history, setHistory] = useState<UndoHistory>()
  const now = useMemo(() => historyOf(shopId, storedDesign, history), [shopId, storedDesign, history])
  const latest = useRef(now)
  latest.current = now
  /** Read from the store: an upload that this page started may finish after another page has changed the design. */
  const current = () =>
    historyOf(shopId, useLookDrafts.getState().drafts[shopId]?.design ?? storedDesign, latest.current)
  const commit = (next: UndoHistory) => {
    latest.current = next
    setHistory(next)
    saveUndoHistory(shopId, next)
    useLookDrafts.getState().change(shopId, { design: next.now })
  }
  return {
    design: now.now,
    edit: (change, about) => {
      const from = current()
      commit(recordStep(from, change(from.now), about))
    },
    endStep: () => commit({ ...current(), about: '' }),
    ...(now.past.length > 0 ? { undo: () => commit(undo(current())) } : {}),
    ...(now.future.length > 0 ? { redo: () => commit(redo(current())) } : {}),
  }
}

/** The history that ends with `design`: in memory, persisted, or a new one if the design came from another device. */
function historyOf(shopId: Id, design: Design, inMemory: UndoHistory | undefined): UndoHistory {
  if (inMemory && isSameDesign(inMemory.now, design)) return inMemory
  return loadUndoHistory(shopId, design, Date.now()) ?? createHistory(design, Date.now())
}
