import { builtinAt } from './builtins/registry'
import type { Fields, Host } from './host-types'

interface Wanted {
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
interface Question {
  selector: string | null
  single: boolean
  wanted: Wanted
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

function answer(host: Host, element: Element, wanted: Wanted, isViewport: boolean): Fields {
  const { left, top, right, bottom } = element.getBoundingClientRect()
  const inner = (element as Element & { __wxElement?: { dataset?: Fields } }).__wxElement
  const style = host.window.getComputedStyle(element)
  return {
    ...(wanted.id ? { id: element.id } : {}),
    ...(wanted.dataset ? { dataset: { ...inner?.dataset } } : {}),
    ...(wanted.rect ? { left, top, right, bottom } : {}),
    ...(wanted.size ? sizeOf(host, element, isViewport) : {}),
    ...(wanted.scrollOffset ? scrollOf(host, element, isViewport) : {}),
    ...(wanted.node ? { node: element.querySelector('canvas') ?? element } : {}),
    ...Object.fromEntries((wanted.computedStyle ?? []).map((name) => [name, style.getPropertyValue(name)])),
    ...Object.fromEntries((wanted.properties ?? []).map((name) => [name, builtinAt(element)?.get(name)])),
  }
}

function ask(host: Host, { selector, single, wanted, scope }: Question): unknown {
  if (selector === null) return answer(host, host.window.document.documentElement, wanted, true)
  const found = [...scope.querySelectorAll(selector.replace(/>>>/g, ' '))]
  const answers = found.map((element) => answer(host, element, wanted, false))
  return single ? (answers[0] ?? null) : answers
}

const RECT: Wanted = { id: true, dataset: true, rect: true, size: true }
const SCROLL: Wanted = { id: true, dataset: true, scrollOffset: true }

type WithBackend = { _$?: { getBackendElement?(): Element } } | undefined

/** `wx.createSelectorQuery()`: it looks in the page on top, or in the component given to `in()`. */
export function createSelectorQuery(host: Host) {
  const questions: Question[] = []
  let scope: Element = host.pages.top().box

  const reference = (selector: string | null, single: boolean) => {
    const put = (wanted: Wanted, callback?: Callback) => {
      questions.push({ selector, single, wanted, callback, scope })
      return query
    }
    return {
      boundingClientRect: (callback?: Callback) => put(RECT, callback),
      scrollOffset: (callback?: Callback) => put(SCROLL, callback),
      fields: put,
      node: (callback?: Callback) => put({ node: true }, callback),
      context: (callback?: Callback) => put({ context: true }, callback),
    }
  }

  const query = {
    in(component: unknown) {
      const page = host.pages.list().find((open) => open.caller === component)
      scope = page?.box ?? (component as WithBackend)?._$?.getBackendElement?.() ?? host.pages.top().box
      return query
    },
    select: (selector: string) => reference(selector, true),
    selectAll: (selector: string) => reference(selector, false),
    selectViewport: () => reference(null, true),
    exec(callback?: (results: unknown[]) => void) {
      host.window.requestAnimationFrame(() => {
        const results = questions.map((question) => {
          const result = ask(host, question)
          question.callback?.(result)
          return result
        })
        callback?.(results)
      })
      return query
    },
  }
  return query
}
