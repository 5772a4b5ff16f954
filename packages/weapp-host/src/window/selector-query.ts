import type { Fields } from '../shared/types'
import { builtinAt } from './builtins/registry'
import type { Host } from './host-types'

interface QueryFields {
  id?: boolean
  dataset?: boolean
  rect?: boolean
  size?: boolean
  scrollOffset?: boolean
  node?: boolean
  context?: boolean
  computedStyle?: string[]
  properties?: string[]
}

type Callback = (result: unknown) => void
interface NodeQuery {
  selector: string | null
  single: boolean
  fields: QueryFields
  callback: Callback | undefined
  scope: Element
}

function sizeOf(host: Host, element: Element, isViewport: boolean) {
  const { width, height } = element.getBoundingClientRect()
  return isViewport ? { width: host.window.innerWidth, height: host.window.innerHeight } : { width, height }
}

function scrollOf(host: Host, element: Element, isViewport: boolean) {
  const { scrollWidth, scrollHeight } = element
  if (isViewport)
    return { scrollLeft: host.window.scrollX, scrollTop: host.window.scrollY, scrollWidth, scrollHeight }
  return { scrollLeft: element.scrollLeft, scrollTop: element.scrollTop, scrollWidth, scrollHeight }
}

function readFields(host: Host, element: Element, fields: QueryFields, isViewport: boolean): Fields {
  const { left, top, right, bottom } = element.getBoundingClientRect()
  const inner = (element as Element & { __wxElement?: { dataset?: Fields } }).__wxElement
  const style = host.window.getComputedStyle(element)
  return {
    ...(fields.id ? { id: element.id } : {}),
    ...(fields.dataset ? { dataset: { ...inner?.dataset } } : {}),
    ...(fields.rect ? { left, top, right, bottom } : {}),
    ...(fields.size ? sizeOf(host, element, isViewport) : {}),
    ...(fields.scrollOffset ? scrollOf(host, element, isViewport) : {}),
    ...(fields.node ? { node: element.querySelector('canvas') ?? element } : {}),
    ...Object.fromEntries((fields.computedStyle ?? []).map((name) => [name, style.getPropertyValue(name)])),
    ...Object.fromEntries((fields.properties ?? []).map((name) => [name, builtinAt(element)?.get(name)])),
  }
}

function run(host: Host, { selector, single, fields, scope }: NodeQuery): unknown {
  if (selector === null) return readFields(host, host.window.document.documentElement, fields, true)
  const found = [...scope.querySelectorAll(selector.replace(/>>>/g, ' '))]
  const results = found.map((element) => readFields(host, element, fields, false))
  return single ? (results[0] ?? null) : results
}

const RECT: QueryFields = { id: true, dataset: true, rect: true, size: true }
const SCROLL: QueryFields = { id: true, dataset: true, scrollOffset: true }

type WithBackend = { _$?: { getBackendElement?(): Element } } | undefined

/** The node references that `select` and the like return; each of their methods adds one result to the query. */
const createNodesRef = <Query>(add: (fields: QueryFields, callback?: Callback) => Query) => ({
  boundingClientRect: (callback?: Callback) => add(RECT, callback),
  scrollOffset: (callback?: Callback) => add(SCROLL, callback),
  fields: add,
  node: (callback?: Callback) => add({ node: true }, callback),
  context: (callback?: Callback) => add({ context: true }, callback),
})

/** `wx.createSelectorQuery()`. It searches the page on top, or the component passed to `in()`. */
export function createSelectorQuery(host: Host) {
  const queries: NodeQuery[] = []
  let scope: Element = host.pages.top().element

  const select = (selector: string | null, single: boolean) =>
    createNodesRef((fields, callback): typeof query => {
      queries.push({ selector, single, fields, callback, scope })
      return query
    })

  const query = {
    in(component: unknown) {
      const page = host.pages.list().find((open) => open.instance === component)
      scope =
        page?.element ?? (component as WithBackend)?._$?.getBackendElement?.() ?? host.pages.top().element
      return query
    },
    select: (selector: string) => select(selector, true),
    selectAll: (selector: string) => select(selector, false),
    selectViewport: () => select(null, true),
    exec(callback?: (results: unknown[]) => void) {
      host.window.requestAnimationFrame(() => {
        const results = queries.map((nodeQuery) => {
          const result = run(host, nodeQuery)
          nodeQuery.callback?.(result)
          return result
        })
        callback?.(results)
      })
      return query
    },
  }
  return query
}
