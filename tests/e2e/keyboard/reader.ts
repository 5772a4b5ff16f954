import type { CDPSession, Page } from 'playwright-core'
import { ACTIONABLE } from './accessible'
import { outOfOrder } from './reading-order'

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

function faultsOf(node: AxNode): string[] {
  const [role, name] = [String(node.role?.value ?? ''), String(node.name?.value ?? '')]
  if (!ACTIONABLE.includes(role)) return []
  const said = `${role} "${name}"`
  const faults: string[] = []
  if (name.trim() === '') faults.push(`${role} has no name`)
  if (CHECKED.includes(role) && propertyOf(node, 'checked') === undefined)
    faults.push(`${said} does not say whether it is chosen`)
  if (role === 'tab' && propertyOf(node, 'selected') === undefined)
    faults.push(`${said} does not say whether it is the chosen one`)
  const invalid = propertyOf(node, 'invalid')
  if (invalid === 'true' && !node.description?.value) faults.push(`${said} is wrong and does not say how`)
  return faults
}

/** What a screen reader could not say of the screen as it is, in words; empty where all is well. */
export async function unreadable(page: Page, devtools: CDPSession): Promise<string[]> {
  const { nodes } = (await devtools.send('Accessibility.getFullAXTree')) as unknown as { nodes: AxNode[] }
  const told = nodes.filter(({ ignored }) => !ignored)
  const faults = told.flatMap(faultsOf)
  const dialogs = told.filter(({ role }) => role?.value === 'dialog')
  for (const dialog of dialogs) if (!dialog.name?.value) faults.push('a sheet has no name')
  const headings = told.filter((node) => node.role?.value === 'heading' && propertyOf(node, 'level') === 1)
  if (headings.length !== 1)
    faults.push(`${headings.length} main headings: ${headings.map(({ name }) => name?.value).join(', ')}`)
  const { title, lang } = await page.evaluate(() => ({
    title: document.title,
    lang: document.documentElement.lang,
  }))
  if (title.trim() === '') faults.push('the page has no title')
  if (lang !== 'zh-CN') faults.push(`the page is said to be in "${lang}"`)
  return [...faults, ...(await outOfOrder(page))]
}
