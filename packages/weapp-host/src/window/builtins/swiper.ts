import type { HostWindow } from '../host-types'
import type { BuiltinKind } from './define'
import { type Builtin, findWithin, isOn } from './registry'

const SWIPE_PX = 40
const DEFAULT_INTERVAL_MS = 5000

/** Shows one item at a time, without animation. `go` dispatches `change` if a source is given. */
function createDeck(self: Builtin) {
  let current = -1
  return {
    at: () => current,
    go(target: number, source?: 'touch' | 'autoplay') {
      const items = findWithin(self, ['swiper-item'])
      if (items.length === 0) return
      const index = self.is('circular')
        ? (target + items.length) % items.length
        : Math.max(0, Math.min(items.length - 1, target))
      const changed = index !== current
      current = index
      for (const [position, item] of items.entries())
        item.element.toggleAttribute('data-current', position === index)
      if (!changed || !source) return
      self.fire('change', { current, source, currentItemId: items[index]?.text('itemId') ?? '' })
      self.fire('animationfinish', { current, source })
    },
  }
}

export const swiper: BuiltinKind = {
  name: 'swiper',
  properties: `indicatorDots indicatorColor indicatorActiveColor autoplay current interval duration circular vertical
    previousMargin nextMargin displayMultipleItems skipHiddenItemLayout easingFunction snapToEdge currentItemId
    cacheExtent`,
  mount: (self) => {
    const deck = createDeck(self)
    const window = self.element.ownerDocument.defaultView as HostWindow
    const observer = new window.MutationObserver(() => deck.go(Math.max(0, deck.at())))
    observer.observe(self.element, { childList: true, subtree: true })
    let from: number | undefined
    self.element.addEventListener('pointerdown', (event) => {
      from = event.clientX
    })
    self.element.addEventListener('pointerup', (event) => {
      if (from !== undefined && Math.abs(event.clientX - from) > SWIPE_PX)
        deck.go(deck.at() + (event.clientX < from ? 1 : -1), 'touch')
      from = undefined
    })
    let timer: ReturnType<typeof setInterval> | undefined
    return {
      watch: {
        current: () => deck.go(self.number('current', 0)),
        autoplay: (value) => {
          clearInterval(timer)
          if (!isOn(value)) return
          timer = setInterval(
            () => deck.go(deck.at() + 1, 'autoplay'),
            self.number('interval', DEFAULT_INTERVAL_MS),
          )
        },
      },
      detached: () => {
        observer.disconnect()
        clearInterval(timer)
      },
    }
  },
}

export const swiperItem: BuiltinKind = { name: 'swiper-item', properties: 'itemId skipHiddenItemLayout deep' }
