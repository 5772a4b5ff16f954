import { useMemo } from 'react'
import { knownTemplates, useKnownTemplates } from '@/api/known-templates'
import { type KnownTemplate, knownOr, offeredTo } from '@/templates/known'
import type { Draft } from '../draft'

const offeredIn = ({ trade }: Pick<Draft, 'trade'>, known: readonly KnownTemplate[]) =>
  offeredTo(trade ?? 'plain', known)

/** The templates the draft may choose from, those that suit its trade first. */
export function useOffered({ trade }: Draft): KnownTemplate[] {
  const known = useKnownTemplates()
  return useMemo(() => offeredIn({ trade }, known), [trade, known])
}

/** The template that the draft shows, and so the one it publishes: a name that is not known here shows another. */
export const shownTemplate = (draft: Pick<Draft, 'trade' | 'template'>): KnownTemplate =>
  knownOr(draft.template, offeredIn(draft, knownTemplates()))
