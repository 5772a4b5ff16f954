import type { Screen } from '../phone/phone'
import type { Look } from '../screens/stage'
import { toLine } from './finding'
import { type Form, putInto } from './form'
import { measure } from './measure'
import { settled } from './settled'

/** What a walk through the screens has seen. */
export interface Measured {
  /** Names of the screens that were measured. */
  screens: Set<string>
  /** What does not hold, a line each: kind, window, type, screen, and the finding. */
  findings: string[]
}

/** Measures each screen in some forms, one after the other, and leaves it in the window in which the walk goes on. */
export function measuring(screen: Screen, forms: readonly Form[], { screens, findings }: Measured): Look {
  return async (phone, name) => {
    await settled(phone.page)
    for (const form of forms) {
      const found = await measure(phone.page, form, { axe: phone.kind === 'h5' })
      const where = `${phone.kind} ${form.width} × ${form.height}, type × ${form.type}, ${name}`
      findings.push(...found.map((finding) => `${where}: ${toLine(finding)}`))
    }
    await putInto(phone.page, { ...screen, type: 1 })
    await settled(phone.page)
    screens.add(name)
  }
}
