import { LOOK_FORMAT, type Look } from '@/domain/look/look'
import { orchard } from './presets/orchard'
import { plain } from './presets/plain'
import { woodgrain } from './presets/woodgrain'
import type { Template } from './template'

/** The templates bundled with the app, in the order they are offered; `all-templates` has all of them. */
export const bundledTemplates: readonly Template[] = [woodgrain, orchard, plain]

/** The source of a new look: a bundled template, or one read from the server. */
export type LookSource = Pick<Template, 'name' | 'version' | 'theme'> & {
  sections: readonly { kind: string; settings: object }[]
}

/** Creates a look, with `version` 1, as a copy of a template. */
export const createLook = ({ name, version, theme, sections }: LookSource): Look => ({
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

/** Creates a look from a bundled template by its name; `undefined` if it is not bundled. */
export function createBundledLook(name: string): Look | undefined {
  const template = bundledTemplates.find((one) => one.name === name)
  return template && createLook(template)
}
