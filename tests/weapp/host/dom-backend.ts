import { glassEasel } from 'glass-easel-miniprogram-adapter'
import { BUILTIN_TAGS } from './builtin-tags'
import type { HostWindow } from './host-types'
import { rpxToPx } from './rpx'

type BackendElement = glassEasel.domlikeBackend.Element

/** Events taken straight from the DOM; the built-ins fire the others themselves, with WeChat's detail. */
const NATIVE_EVENT = /^(touch(start|move|end|cancel)|transitionend|animation(start|iteration|end))$/

/** glass-easel's DOM backend, with built-ins as `<wx-…>` elements and rpx in inline styles. */
export class DomBackend extends glassEasel.CurrentWindowBackendContext {
  private readonly pressed = new WeakSet<object>()

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
    if (type === 'longpress' && element) this.pressed.add(element)
    if (NATIVE_EVENT.test(type)) super.setListenerStats(element, type, capture, level)
  }

  listensToLongPress(element: object): boolean {
    return this.pressed.has(element)
  }
}
