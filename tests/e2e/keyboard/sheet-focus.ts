import { currentStop } from './focus-stop'
import type { KeyboardPhone } from './keyboard-phone'

const KEYS = ['Tab', 'Shift+Tab'] as const

/** More stops than any sheet has, so that Tab goes around at least once. */
const ROUND = 40

/**
 * Opens a sheet, tabs around it in both directions, and closes it by Escape and by the back button.
 * A button `first` opens the rows among which the opener is, and gets the focus back. Returns the issues found.
 */
export async function checkSheetFocus(
  phone: KeyboardPhone,
  opener: string,
  first?: string,
): Promise<string[]> {
  const openers = first === undefined ? [opener] : [first, opener]
  const open = async () => {
    const labels: string[] = []
    for (const words of openers) {
      labels.push((await phone.tabTo(words)).label)
      await phone.press('Enter')
      await phone.page.locator('[role="dialog"]').waitFor()
    }
    return labels[0] ?? ''
  }
  const label = await open()
  const issues: string[] = []
  const stop = await currentStop(phone.page)
  if (!stop?.inDialog) issues.push(`${opener}: the focus does not go into the sheet`)
  for (const key of KEYS) {
    const reached = new Set<number>()
    for (let at = 0; at < ROUND; at++) {
      await phone.press(key)
      const stop = await currentStop(phone.page)
      if (!stop?.inDialog) issues.push(`${opener}: ${key} leaves the sheet to "${stop?.label ?? 'nothing'}"`)
      if (stop && reached.has(stop.id)) break
      if (stop) reached.add(stop.id)
    }
    if (reached.size < 2) issues.push(`${opener}: ${key} does not go through the sheet`)
  }
  const expectFocusRestored = async (how: string) => {
    await phone.page.locator('[role="dialog"]').waitFor({ state: 'detached' })
    const after = await currentStop(phone.page)
    if (after?.label !== label)
      issues.push(`${opener}: ${how} leads the focus to "${after?.label ?? 'nothing'}", not "${label}"`)
  }
  await phone.press('Escape')
  await expectFocusRestored('Escape')
  await open()
  await phone.page.goBack({ waitUntil: 'commit' })
  await expectFocusRestored('the back button')
  return issues
}
