import type { CDPSession } from 'playwright-core'

/** What a screen reader would say of the element that has the focus. */
export async function accessibleNow(devtools: CDPSession): Promise<{ role: string; name: string }> {
  const { result } = await devtools.send('Runtime.evaluate', { expression: 'document.activeElement' })
  const { objectId } = result
  if (!objectId) return { role: '', name: '' }
  const { nodes } = await devtools.send('Accessibility.getPartialAXTree', { objectId, fetchRelatives: false })
  const [node] = nodes
  return { role: String(node?.role?.value ?? ''), name: String(node?.name?.value ?? '') }
}

/** Roles that tell a person what can be done there. */
export const ACTIONABLE: readonly string[] = [
  'button',
  'link',
  'radio',
  'checkbox',
  'switch',
  'tab',
  'textbox',
  'spinbutton',
]
