import { useMemo } from 'react'
import { knownTemplates, useKnownTemplates } from '@/api/known-templates'
import { findOrFirst, type KnownTemplate, sortForTrade } from '@/templates/known-template'
import type { ShopDraft } from '../shop-draft'

const offeredTemplates = ({ trade }: Pick<ShopDraft, 'trade'>, known: readonly KnownTemplate[]) =>
  sortForTrade(trade ?? 'plain', known)

/** Returns the templates offered for the draft, those for its trade first. */
export function useOfferedTemplates({ trade }: ShopDraft): KnownTemplate[] {
  const known = useKnownTemplates()
  return useMemo(() => offeredTemplates({ trade }, known), [trade, known])
}

/** The template that the draft shows and publishes: the chosen one, or a fallback if its name is unknown. */
export const shownTemplate = (draft: Pick<ShopDraft, 'trade' | 'template'>): KnownTemplate =>
  findOrFirst(draft.template, offeredTemplates(draft, knownTemplates()))
