import { type Trade, tradeDefaults } from '@/domain/trade'
import { templateWords } from '@/locales/zh-CN/templates'
import { plain } from './presets/plain'
import { type LookSource, templates } from './registry'
import type { Template } from './template'

/** A template as a phone knows it: carried along, or told by the server. */
export interface KnownTemplate extends LookSource {
  title: string
  description: string
  suits: readonly Trade[]
}

const carried = (template: Template): KnownTemplate => ({
  ...template,
  title: templateWords[template.name]?.title ?? template.name,
  description: templateWords[template.name]?.description ?? '',
})

/** What every phone has from the start. */
export const carriedTemplates: readonly KnownTemplate[] = templates.map(carried)

/** The trade's own template first, then those that suit it, then the rest. */
export function offeredTo(trade: Trade, known: readonly KnownTemplate[]): KnownTemplate[] {
  const own = tradeDefaults(trade).template
  const rank = ({ name, suits }: KnownTemplate) => (name === own ? 0 : suits.includes(trade) ? 1 : 2)
  return [...known].sort((a, b) => rank(a) - rank(b))
}

/** The one of that name, or where nobody knows it here the one that is offered first. */
export const knownOr = (name: string, offered: readonly KnownTemplate[]): KnownTemplate =>
  offered.find((template) => template.name === name) ?? offered[0] ?? carried(plain)
