import { LOOK_FORMAT, type Look } from '@/domain/look'
import { orchard } from './presets/orchard'
import { plain } from './presets/plain'
import { woodgrain } from './presets/woodgrain'
import type { Template } from './template'

/** The templates that phones carry, in the order they are offered; `all-templates` has every one. */
export const templates: readonly Template[] = [woodgrain, orchard, plain]

/** What a look is made from: a template that is carried, or one that the server told of. */
export type LookSource = Pick<Template, 'name' | 'version' | 'theme'> & {
  sections: readonly { kind: string; settings: object }[]
}

/** A shop's first own copy of a template, `version` 1. */
export const lookFrom = ({ name, version, theme, sections }: LookSource): Look => ({
  version: 1,
  format: LOOK_FORMAT,
  template: name,
  templateVersion: version,
  theme: { ...theme },
  sections: sections.map(({ kind, settings }, at) => ({
    id: `${kind}-${at + 1}`,
    kind,
    settings: { ...settings },
  })),
})

/** The same by name; `undefined` when phones carry none of it. */
export function lookOf(name: string): Look | undefined {
  const template = templates.find((one) => one.name === name)
  return template && lookFrom(template)
}
