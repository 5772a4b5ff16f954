import { currentStop } from './focus-stop'
import type { KeyboardPhone } from './keyboard-phone'

/** Waits until the focus is on the label; returns an issue when it is not. */
export async function expectFocusOn(phone: KeyboardPhone, label: string, after: string): Promise<string[]> {
  const focused = phone.page.waitForFunction(
    (name) =>
      [document.activeElement?.getAttribute('aria-label'), document.activeElement?.textContent].includes(
        name,
      ),
    label,
  )
  return focused.then(
    () => [],
    async () => [
      `after ${after} the focus is on "${(await currentStop(phone.page))?.label ?? 'nothing'}", not "${label}"`,
    ],
  )
}
