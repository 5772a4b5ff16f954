import type { Host } from '../host-types'
import type { BuiltinKind } from './define'
import { type Builtin, isOn } from './registry'

/** The page a built-in stands on. */
function pageAround(self: Builtin, host: Host) {
  const page = host.pages.list().find(({ box }) => box.contains(self.element))
  if (!page) throw new Error(`a ${self.name} stands on no page`)
  return page
}

/**
 * A page within a page: it is left before the page is, by the arrow, the phone's key, a swipe and `navigateBack`. A page has
 * one at most. While it is up its page is fixed, which loses where it was scrolled to. Whoever goes back takes it away
 * without its `show` being touched, so that it comes again only when that has been false in between. Its
 * overlay is not drawn here.
 */
export const pageContainer: BuiltinKind = {
  name: 'page-container',
  properties: 'show duration zIndex overlay position round closeOnSlideDown overlayStyle customStyle',
  mount: (self, host) => {
    const page = pageAround(self, host)
    const root = page.box.querySelector<HTMLElement>('page')
    let own: typeof page.container = null
    const fix = (position: string, top: string) => Object.assign(root?.style ?? {}, { position, top })

    function enter() {
      if (page.container) return
      page.container = own = { leave }
      self.element.style.display = ''
      self.fire('beforeenter')
      fix('fixed', `${-host.window.scrollY}px`)
      self.fire('enter')
      setTimeout(() => own && self.fire('afterenter'), self.number('duration', 300))
    }
    function takeAway() {
      if (own) page.container = null
      own = null
      self.element.style.display = 'none'
      fix('', '')
    }
    function leave() {
      if (!own) return
      self.fire('beforeleave')
      takeAway()
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
      detached: takeAway,
    }
  },
}
