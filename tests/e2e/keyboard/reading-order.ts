import type { Page } from 'playwright-core'

/** Returns texts that are read after text below them: the reading order must follow the screen, column by column. */
export const misorderedTexts = (page: Page): Promise<string[]> =>
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
      // a drawing is read as one element, and a flash message lies above the page
      const skipped = parent?.closest('[role="img"], [aria-hidden="true"], .flash')
      if (!words || !parent?.checkVisibility() || skipped) continue
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
