import { glassEasel } from 'glass-easel-miniprogram-adapter'
import { BUILTIN_TAGS } from '../shared/builtin-tags'
import { rpxToPx } from './css-units'
import type { HostWindow } from './host-types'

type BackendElement = glassEasel.domlikeBackend.Element

/** Events forwarded from the DOM. The built-ins dispatch all others themselves, with WeChat's event detail. */
const NATIVE_EVENT = /^(touch(start|move|end|cancel)|transitionend|animation(start|iteration|end))$/

/** glass-easel's DOM backend with built-ins as `<wx-…>` elements and support for rpx in inline styles. */
export class DomBackend extends glassEasel.CurrentWindowBackendContext {
  private readonly longPressTargets = new WeakSet<object>()

  constructor(window: HostWindow) {
    super()
    const tags = new Set<string>(BUILTIN_TAGS)
    const { document } = window
    this.document = {
      createElement: (tag) => {
        const element = document.createElement(tags.has(tag) ? `wx-${tag}` : tag)
        const setAttribute = element.setAttribute.bind(element)
        element.setAttribute = (name, value) =>
          setAttribute(name, name === 'style' ? rpxToPx(value, window.innerWidth) : value)
        return element as unknown as BackendElement
      },
      createTextNode: (text) => document.createTextNode(text) as unknown as BackendElement,
      createDocumentFragment: () => document.createDocumentFragment() as unknown as BackendElement,
    }
  }

  override setListenerStats(
    element: BackendElement,
    type: string,
    capture: boolean,
    level: glassEasel.EventMutLevel,
  ) {
    if (type === 'longpress' && element) this.longPressTargets.add(element)
    if (NATIVE_EVENT.test(type)) super.setListenerStats(element, type, capture, level)
  }

  listensToLongPress(element: object): boolean {
    return this.longPressTargets.has(element)
  }
}
