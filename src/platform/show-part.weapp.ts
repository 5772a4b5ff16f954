import Taro from '@tarojs/taro'

/** Room for the bar on top, px. */
const BAR = 72

/** Scrolls the page until the part with this id is to be seen, once it is drawn. */
export const showPart = (id: string) =>
  Taro.nextTick(
    () =>
      void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -BAR, duration: 200 }).catch(() => undefined),
  )
