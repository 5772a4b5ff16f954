import type { Host } from '../host-types'
import type { BuiltinKind } from './define'
import { type Builtin, isOn } from './registry'

/** The page that contains a built-in. */
function findPage(self: Builtin, host: Host) {
  const page = host.pages.list().find(({ element }) => element.contains(self.element))
  if (!page) throw new Error(`no page contains this ${self.name}`)
  return page
}

/**
 * A layer that going back closes before the page. Only one per page is shown. The page is fixed meanwhile, which resets its
 * scroll position, and `show` must become false before the container can open again. The overlay is not drawn.
 */
export const pageContainer: BuiltinKind = {
  name: 'page-container',
  properties: 'show duration zIndex overlay position round closeOnSlideDown overlayStyle customStyle',
  mount: (self, host) => {
    const page = findPage(self, host)
    const root = page.element.querySelector<HTMLElement>('page')
    let entered: typeof page.container = null
    const setPosition = (position: string, top: string) => Object.assign(root?.style ?? {}, { position, top })

    function enter() {
      if (page.container) return
      page.container = entered = { leave }
      self.element.style.display = ''
      self.fire('beforeenter')
      setPosition('fixed', `${-host.window.scrollY}px`)
      self.fire('enter')
      setTimeout(() => entered && self.fire('afterenter'), self.number('duration', 300))
    }
    function remove() {
      if (entered) page.container = null
      entered = null
      self.element.style.display = 'none'
      setPosition('', '')
    }
    function leave() {
      if (!entered) return
      self.fire('beforeleave')
      remove()
      self.fire('leave')
      setTimeout(() => self.fire('afterleave'), self.number('duration', 300))
    }

    self.element.style.display = 'none'
    return {
      watch: {
        show: (value) => (isOn(value) ? enter() : leave()),
        customStyle: (value) => {
          self.element.style.cssText += `;${String(value ?? '')}`
        },
      },
      detached: remove,
    }
  },
}
