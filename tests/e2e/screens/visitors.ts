import type { Browser } from 'playwright-core'
import { LoginCodes } from '../../../mock-server/wechat/login-codes'
import type { Kind } from '../journey/test-environment'
import { H5Phone } from '../phone/h5-phone'
import type { InspectablePhone, Screen } from '../phone/phone'
import { WeappPhone } from '../phone/weapp-phone'
import type { DemoServer } from './demo-server'

/** Issues codes by shape, as the demo server's WeChat simulator accepts them. */
const codes = new LoginCodes(Date.now)
let visitorCount = 0

/** Returns a factory of phones of new users; `scale` is the device pixel ratio on H5. */
export function createVisitorPhones(
  kind: Kind,
  browser: Browser,
  world: DemoServer,
  screen: Screen,
  scale?: number,
): () => Promise<InspectablePhone> {
  if (kind === 'h5') return () => H5Phone.start(browser, world.origin, screen, scale)
  return () => {
    const visitor = `visitor-${++visitorCount}`
    return WeappPhone.start({
      browser,
      apiOrigin: world.origin,
      loginCode: () => codes.issue(visitor),
      screen,
    })
  }
}

/** Returns a factory of phones of new users in a shop's own mini-program, compiled for `world`. */
export function createOwnAppPhones(
  browser: Browser,
  { origin }: Pick<DemoServer, 'origin'>,
  screen: Screen,
  ownApp: { dist: string; appId: string },
): () => Promise<WeappPhone> {
  return () => {
    const visitor = `visitor-${++visitorCount}`
    const loginCode = () => codes.issue(visitor, ownApp.appId)
    return WeappPhone.start({ browser, apiOrigin: origin, loginCode, screen, ownApp })
  }
}
