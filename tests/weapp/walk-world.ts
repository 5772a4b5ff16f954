import type { Browser } from 'playwright-core'
import type { ChromiumMiniProgram } from 'weapp-host/chromium'
import { WeappPhone } from '../e2e/phone/weapp-phone'
import { startServerWithWechat } from '../support/server-with-wechat'

/** The built server with WeChat's side simulated, and mini-programs that belong to it. */
export interface WalkWorld {
  origin: string
  /** The mini-program on the phone of a named person, or of one who was never here. */
  app(
    browser: Browser,
    screen?: { width: number; height: number },
    person?: string,
  ): Promise<ChromiumMiniProgram>
  /** Returns a `wx.login` code for a named person. */
  loginCode(person: string): string
  close(): Promise<void>
}

export async function startWalkWorld(): Promise<WalkWorld> {
  const { server, loginCode: codeFor, dispose } = await startServerWithWechat({ RATE_LIMIT: 'off' })
  let people = 0
  return {
    origin: server.origin,
    loginCode: (person) => codeFor(person),
    app: async (browser, screen = { width: 375, height: 667 }, person = `person-${++people}`) => {
      const loginCode = () => codeFor(person)
      return (await WeappPhone.start({ browser, apiOrigin: server.origin, loginCode, screen })).app
    },
    close: dispose,
  }
}
