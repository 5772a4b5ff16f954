import type { Page } from 'playwright-core'

/** Words that are read after what stands below them: the order of reading is the order on the screen, column by column. */
export const outOfOrder = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const dialog = [...document.querySelectorAll('[role="dialog"]')]
      .filter((one) => one.checkVisibility())
      .at(-1)
    const shown = [...document.querySelectorAll('.taro_page')].find((one) => one.checkVisibility())
    const scope = dialog ?? shown?.querySelector('.page__main')
    if (!scope) return []
    const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT)
    const pieces: { words: string; box: DOMRect }[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const words = node.textContent?.trim()
      const parent = node.parentElement
      // what is drawn as a picture is read as one thing; what is said by itself lies over the page
      const apart = parent?.closest('[role="img"], [aria-hidden="true"], .flash')
      if (!words || !parent?.checkVisibility() || apart) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      pieces.push({ words, box: range.getBoundingClientRect() })
    }
    return pieces.slice(1).flatMap(({ words, box }, at) => {
      const before = pieces[at]
      if (!before) return []
      const above = box.bottom <= before.box.top + 1
      const sameColumn = box.left < before.box.right && before.box.left < box.right
      return above && sameColumn ? [`"${words}" is read after "${before.words}", above which it stands`] : []
    })
  })
