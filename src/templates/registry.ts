import { LOOK_FORMAT, type Look } from '@/domain/look'
import { type Trade, tradeDefaults } from '@/domain/trade'
import { orchard } from './presets/orchard'
import { plain } from './presets/plain'
import { woodgrain } from './presets/woodgrain'
import type { Template } from './template'

/** Every template a shop can start from, in the order they are offered. */
export const templates: readonly Template[] = [woodgrain, orchard, plain]

export const templateNames: readonly string[] = templates.map((template) => template.name)

/** A template by its name; `undefined` when there is none of it. */
export const templateOf = (name: string): Template | undefined =>
  templates.find((template) => template.name === name)

/** The template a trade starts from. */
export const templateFor = (trade: Trade): Template => templateOf(tradeDefaults(trade).template) ?? plain

/** A shop's first own copy of a template, `version` 1; `undefined` when there is none of that name. */
export function lookOf(name: string): Look | undefined {
  const template = templateOf(name)
  if (!template) return undefined
  return {
    version: 1,
    format: LOOK_FORMAT,
    template: template.name,
    templateVersion: template.version,
    theme: { ...template.theme },
    sections: template.sections.map(({ kind, settings }, at) => ({
      id: `${kind}-${at + 1}`,
      kind,
      settings: { ...settings },
    })),
  }
}
