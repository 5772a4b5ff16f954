import Taro, { nextTick } from '@tarojs/taro'

/** Space for the bar at the top, in px. */
const BAR_HEIGHT = 72

/** Scrolls the page to the element with this id, after it is rendered. */
export const scrollToElement = (id: string) =>
  Taro.nextTick(
    () =>
      void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -BAR_HEIGHT, duration: 200 }).catch(
        () => undefined,
      ),
  )

/** Not available in WeChat, which can scroll only pages and scroll views to an element. */
export const scrollIntoNearest = (_id: string): void => undefined

/** Runs `move`, which moves the element with this id, and scrolls to its new place. */
export function preserveScroll(id: string, move: () => void): void {
  move()
  nextTick(() => scrollToElement(id))
}
