import type { BuiltinKind } from './define'
import { type Builtin, isOn } from './registry'

function reportScrolling(self: Builtin) {
  const { element } = self
  let last = { top: 0, left: 0 }
  let [wasAtStart, wasAtEnd] = [true, false]
  element.addEventListener('scroll', () => {
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } = element
    const deltaX = last.left - scrollLeft
    const deltaY = last.top - scrollTop
    last = { top: scrollTop, left: scrollLeft }
    self.fire('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth, deltaX, deltaY })
    const isHorizontal = self.is('scrollX') && !self.is('scrollY')
    const [position, visibleSize, totalSize] = isHorizontal
      ? [scrollLeft, clientWidth, scrollWidth]
      : [scrollTop, clientHeight, scrollHeight]
    const atStart = position <= self.number('upperThreshold', 50)
    const atEnd = position + visibleSize >= totalSize - self.number('lowerThreshold', 50)
    if (atEnd && !wasAtEnd) self.fire('scrolltolower', { direction: isHorizontal ? 'right' : 'bottom' })
    if (atStart && !wasAtStart) self.fire('scrolltoupper', { direction: isHorizontal ? 'left' : 'top' })
    wasAtStart = atStart
    wasAtEnd = atEnd
  })
}

export const scrollView: BuiltinKind = {
  name: 'scroll-view',
  properties: `scrollX scrollY upperThreshold lowerThreshold scrollTop scrollLeft scrollIntoView scrollWithAnimation
    enableBackToTop enableFlex enhanced bounces showScrollbar pagingEnabled refresherEnabled refresherThreshold
    refresherDefaultStyle refresherBackground refresherTriggered fastDeceleration scrollAnchoring type reverse clip
    cacheExtent minDragDistance scrollIntoViewWithinExtent scrollIntoViewAlignment padding refresherTwoLevelEnabled
    refresherTwoLevelTriggered refresherTwoLevelThreshold refresherTwoLevelCloseThreshold
    refresherTwoLevelScrollEnabled refresherBallisticRefreshEnabled refresherTwoLevelPinned usingSticky
    associativeContainer scrollIntoViewOffset enablePassive`,
  mount: (self) => {
    reportScrolling(self)
    const flag = (name: string) => (value: unknown) => {
      if (isOn(value)) self.element.setAttribute(name, '')
      else self.element.removeAttribute(name)
    }
    return {
      watch: {
        scrollX: flag('data-x'),
        scrollY: flag('data-y'),
        scrollTop: () => {
          self.element.scrollTop = self.number('scrollTop', self.element.scrollTop)
        },
        scrollLeft: () => {
          self.element.scrollLeft = self.number('scrollLeft', self.element.scrollLeft)
        },
        scrollIntoView: (id) => {
          if (isOn(id)) self.element.ownerDocument.getElementById(String(id))?.scrollIntoView()
        },
      },
    }
  },
}
