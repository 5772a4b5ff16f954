import type { KeyboardPhone } from './keyboard-phone'
import { stopNow } from './stop'

const KEYS = ['Tab', 'Shift+Tab'] as const

/** More stops than any sheet of the wizard has, so that it is gone round at least once. */
const ROUND = 40

/**
 * Opens the sheet behind these words, goes round it both ways, and leaves by Escape, then by the browser's back button.
 * Answers what was wrong, in words.
 */
export async function throughSheet(phone: KeyboardPhone, opener: string): Promise<string[]> {
  const { label } = await phone.tabTo(opener)
  await phone.press('Enter')
  await phone.page.locator('[role="dialog"]').waitFor()
  const faults: string[] = []
  const first = await stopNow(phone.page)
  if (!first?.inDialog) faults.push(`${opener}: the focus does not go into the sheet`)
  for (const key of KEYS) {
    const reached = new Set<number>()
    for (let at = 0; at < ROUND; at++) {
      await phone.press(key)
      const stop = await stopNow(phone.page)
      if (!stop?.inDialog) faults.push(`${opener}: ${key} leaves the sheet to "${stop?.label ?? 'nothing'}"`)
      if (stop && reached.has(stop.id)) break
      if (stop) reached.add(stop.id)
    }
    if (reached.size < 2) faults.push(`${opener}: ${key} does not go through the sheet`)
  }
  const left = async (how: string) => {
    await phone.page.locator('[role="dialog"]').waitFor({ state: 'detached' })
    const after = await stopNow(phone.page)
    if (after?.label !== label)
      faults.push(`${opener}: ${how} leads the focus to "${after?.label ?? 'nothing'}", not "${label}"`)
  }
  await phone.press('Escape')
  await left('Escape')
  await phone.press('Enter')
  await phone.page.locator('[role="dialog"]').waitFor()
  await phone.page.goBack({ waitUntil: 'commit' })
  await left('the back button')
  return faults
}
