import type { Look } from '@/domain/look/look'
import { createLook } from './bundled-templates'
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
import type { Template } from './template'

/** All templates in the order they are offered. For the server and tests: phones request the templates they need. */
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

/** A template by its name; `undefined` if unknown. */
export const findTemplate = (name: string): Template | undefined =>
  allTemplates.find((template) => template.name === name)

/** A new look from any template by its name; `undefined` if unknown. */
export function createLookByName(name: string): Look | undefined {
  const template = findTemplate(name)
  return template && createLook(template)
}
