import type { Fields } from '../shared/types'

/** The properties of WeChat's own behaviors. The others add only what the host does not have. */
const PROPERTIES: Record<string, Fields> = {
  'wx://form-field': { name: String, value: null },
}

const isOwn = (behavior: unknown): behavior is string =>
  typeof behavior === 'string' && behavior.startsWith('wx://')

/** A property of this name would replace the framework's accessor of `data-` attributes. */
function withoutReserved({ dataset, ...properties }: Fields, data: unknown): Fields {
  return dataset === undefined ? { properties } : { properties, data: { dataset: null, ...(data as Fields) } }
}

/**
 * Adapts a component or behavior to glass-easel: WeChat's own behaviors, which it lacks, become their properties, and reserved names
 * become data.
 */
export function adaptDefinition(definition: Fields): Fields {
  const { behaviors = [], properties, data } = definition
  const all = Array.isArray(behaviors) ? behaviors : []
  const added = all.filter(isOwn).map((name) => PROPERTIES[name])
  return {
    ...definition,
    behaviors: all.filter((behavior) => !isOwn(behavior)),
    ...withoutReserved(Object.assign({}, ...added, properties), data),
  }
}
