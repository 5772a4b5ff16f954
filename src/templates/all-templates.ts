import type { Look } from '@/domain/look'
import { amber } from './presets/amber'
import { farmTable } from './presets/farm-table'
import { farmyard } from './presets/farmyard'
import { groupOrder } from './presets/group-order'
import { herbal } from './presets/herbal'
import { indigo } from './presets/indigo'
import { inn } from './presets/inn'
import { orchard } from './presets/orchard'
import { plain } from './presets/plain'
import { villageStore } from './presets/village-store'
import { wheat } from './presets/wheat'
import { woodgrain } from './presets/woodgrain'
import { lookFrom } from './registry'
import type { Template } from './template'

/** Every template there is, in the order they are offered. For the server and for tests: phones ask for what they need. */
export const allTemplates: readonly Template[] = [
  orchard,
  woodgrain,
  wheat,
  amber,
  farmyard,
  herbal,
  indigo,
  inn,
  farmTable,
  villageStore,
  groupOrder,
  plain,
]

/** A template by its name; `undefined` when there is none of it. */
export const anyTemplateOf = (name: string): Template | undefined =>
  allTemplates.find((template) => template.name === name)

/** A shop's first own copy of any template; `undefined` when there is none of that name. */
export function anyLookOf(name: string): Look | undefined {
  const template = anyTemplateOf(name)
  return template && lookFrom(template)
}
