import type { Browser } from 'playwright-core'
import { LoginCodes } from '../../../mock-server/wechat/login-codes'
import { H5Phone } from '../phone/h5-phone'
import type { OpenPhone, Screen } from '../phone/phone'
import { WeappPhone } from '../phone/weapp-phone'
import type { Kind } from '../story/world'
import type { DemoWorld } from './demo-world'

/** What WeChat's simulator in the demo world takes: it knows a code by its shape. */
const codes = new LoginCodes(Date.now)
let people = 0

/** Makes phones of people who were never in this world, with the app of one kind on them; `scale` is pixels per px on H5. */
export function visitors(
  kind: Kind,
  browser: Browser,
  world: DemoWorld,
  screen: Screen,
  scale?: number,
): () => Promise<OpenPhone> {
  if (kind === 'h5') return () => H5Phone.start(browser, world.origin, screen, scale)
  return () => {
    const person = `visitor-${++people}`
    return WeappPhone.start({
      browser,
      apiOrigin: world.origin,
      loginCode: () => codes.issue(person),
      screen,
    })
  }
}
