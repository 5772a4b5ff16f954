import type { CDPSession } from 'playwright-core'

/** Returns role and name of the focused element from the accessibility tree. */
export async function focusedAxNode(devtools: CDPSession): Promise<{ role: string; name: string }> {
  const { result } = await devtools.send('Runtime.evaluate', { expression: 'document.activeElement' })
  const { objectId } = result
  if (!objectId) return { role: '', name: '' }
  const { nodes } = await devtools.send('Accessibility.getPartialAXTree', { objectId, fetchRelatives: false })
  const [node] = nodes
  return { role: String(node?.role?.value ?? ''), name: String(node?.name?.value ?? '') }
}

/** Roles that announce an action. */
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
