import type { CDPSession, Page } from 'playwright-core'
import { ACTIONABLE } from './focused-node'

/** Returns texts that are read after text below them: the reading order must follow the screen, column by column. */
const misorderedTexts = (page: Page): Promise<string[]> =>
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

interface AxValue {
  value?: unknown
  relatedNodes?: { text?: string }[]
}

interface AxNode {
  ignored: boolean
  role?: AxValue
  name?: AxValue
  description?: AxValue
  properties?: { name: string; value: AxValue }[]
}

const CHECKED: readonly string[] = ['radio', 'checkbox', 'switch']

function propertyOf(node: AxNode, name: string): unknown {
  return node.properties?.find((property) => property.name === name)?.value.value
}

function issuesOf(node: AxNode): string[] {
  const [role, name] = [String(node.role?.value ?? ''), String(node.name?.value ?? '')]
  if (!ACTIONABLE.includes(role)) return []
  const label = `${role} "${name}"`
  const issues: string[] = []
  if (name.trim() === '') issues.push(`${role} has no name`)
  if (CHECKED.includes(role) && propertyOf(node, 'checked') === undefined)
    issues.push(`${label} does not say whether it is chosen`)
  if (role === 'tab' && propertyOf(node, 'selected') === undefined)
    issues.push(`${label} does not say whether it is the chosen one`)
  const invalid = propertyOf(node, 'invalid')
  if (invalid === 'true' && !node.description?.value) issues.push(`${label} is wrong and does not say how`)
  return issues
}

/** Returns what is missing for a screen reader on the current screen. */
export async function accessibilityIssues(page: Page, devtools: CDPSession): Promise<string[]> {
  const { nodes } = (await devtools.send('Accessibility.getFullAXTree')) as unknown as { nodes: AxNode[] }
  const exposed = nodes.filter(({ ignored }) => !ignored)
  const issues = exposed.flatMap(issuesOf)
  const dialogs = exposed.filter(({ role }) => role?.value === 'dialog')
  for (const dialog of dialogs) if (!dialog.name?.value) issues.push('a sheet has no name')
  const headings = exposed.filter((node) => node.role?.value === 'heading' && propertyOf(node, 'level') === 1)
  if (headings.length !== 1)
    issues.push(`${headings.length} main headings: ${headings.map(({ name }) => name?.value).join(', ')}`)
  const { title, lang } = await page.evaluate(() => ({
    title: document.title,
    lang: document.documentElement.lang,
  }))
  if (title.trim() === '') issues.push('the page has no title')
  if (lang !== 'zh-CN') issues.push(`the page is said to be in "${lang}"`)
  return [...issues, ...(await misorderedTexts(page))]
}
