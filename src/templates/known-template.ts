import { type Trade, tradeDefaults } from '@/domain/shop/trade'
import { templateWords } from '@/locales/look/templates'
import { bundledTemplates, type LookSource } from './bundled-templates'
import { plain } from './presets/plain'
import type { Template } from './template'

/** A template as a phone knows it: bundled with the app, or read from the server. */
export interface KnownTemplate extends LookSource {
  title: string
  description: string
  suits: readonly Trade[]
}

const toKnownTemplate = (template: Template): KnownTemplate => ({
  ...template,
  title: templateWords[template.name]?.title ?? template.name,
  description: templateWords[template.name]?.description ?? '',
})

/** The templates bundled with the app. */
export const bundledKnownTemplates: readonly KnownTemplate[] = bundledTemplates.map(toKnownTemplate)

/** Sorts templates for a trade: its default template first, then those that suit it, then the rest. */
export function sortForTrade(trade: Trade, known: readonly KnownTemplate[]): KnownTemplate[] {
  const defaultName = tradeDefaults(trade).template
  const rank = ({ name, suits }: KnownTemplate) => (name === defaultName ? 0 : suits.includes(trade) ? 1 : 2)
  return [...known].sort((a, b) => rank(a) - rank(b))
}

/** The offered template of that name; the first one offered if it is unknown. */
export const findOrFirst = (name: string, offered: readonly KnownTemplate[]): KnownTemplate =>
  offered.find((template) => template.name === name) ?? offered[0] ?? toKnownTemplate(plain)
