import Taro, { nextTick } from '@tarojs/taro'

/** Room for the bar on top, px. */
const BAR = 72

/** Scrolls the page until the part with this id is to be seen, once it is drawn. */
export const scrollToElement = (id: string) =>
  Taro.nextTick(
    () =>
      void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -BAR, duration: 200 }).catch(() => undefined),
  )

/** WeChat scrolls pages and its own scroll views by ids; what scrolls inside a page it leaves where it is. */
export const scrollIntoNearest = (_id: string): void => undefined

/** Does what moves the part with this id over the page, and scrolls to where it has come. */
export function preserveScroll(id: string, move: () => void): void {
  move()
  nextTick(() => scrollToElement(id))
}
