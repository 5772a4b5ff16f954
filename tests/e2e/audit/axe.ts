import { type AxeResults, source } from 'axe-core'
import type { Page } from 'playwright-core'
import type { Finding } from './finding'

interface AxeWindow {
  axe?: { run(context: Document, options: object): Promise<AxeResults> }
}

/** Returns the serious and critical issues that axe-core finds. */
export async function axeIssues(page: Page): Promise<Finding[]> {
  if (!(await page.evaluate(() => Boolean((window as unknown as AxeWindow).axe)))) await page.evaluate(source)
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as Required<AxeWindow>
    const found = (await axe.run(document, { resultTypes: ['violations'] })).violations
    return found.map(({ id, impact, help, nodes }) => ({
      id,
      impact,
      help,
      nodes: nodes.map(({ target, html }) => `${target.join(' ')} ${html.slice(0, 160)}`),
    }))
  })
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, impact, help, nodes }) =>
      nodes.map((node): Finding => ({ check: 'axe', element: node, figure: `${impact}, ${id}: ${help}` })),
    )
}
