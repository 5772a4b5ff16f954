import type { Screen } from '../phone/phone'
import type { ScreenHandler } from '../screens/screen-walk'
import { auditPage } from './audit-page'
import { toLine } from './finding'
import { waitForIdle } from './page-idle'
import { applyViewport, type Viewport } from './viewport'

/** The result of an audit. */
export interface AuditResult {
  /** Names of the audited screens. */
  screens: Set<string>
  /** One line per issue: kind, window, text scale, screen and finding. */
  findings: string[]
}

/**
 * Returns a handler that audits a screen in several viewports and restores the original one. axe-core runs in the first and the last
 * one, since few of its rules depend on sizes. `endless` names screens with long lists, of which the beginning is audited;
 * `withoutGap` compares phones without flex `gap`, which computers have had for years.
 */
export function createAuditor(
  screen: Screen,
  forms: readonly Viewport[],
  { screens, findings }: AuditResult,
  { endless = [], withoutGap = false }: { endless?: readonly string[]; withoutGap?: boolean } = {},
): ScreenHandler {
  return async (phone, name) => {
    await waitForIdle(phone.page)
    for (const form of forms) {
      const found = await auditPage(phone.page, form, {
        axe: phone.kind === 'h5' && (form === forms[0] || form === forms.at(-1)),
        endless: endless.includes(name),
        withoutGap,
      })
      const where = `${phone.kind} ${form.width} × ${form.height}, type × ${form.type}, ${name}`
      findings.push(...found.map((finding) => `${where}: ${toLine(finding)}`))
    }
    await applyViewport(phone.page, { ...screen, type: 1 })
    await waitForIdle(phone.page)
    screens.add(name)
  }
}
