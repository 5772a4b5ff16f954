import type { Browser } from 'playwright-core'
import type { ChromiumMiniProgram } from 'weapp-host/chromium'
import { startWechatSimulator } from '../../mock-server/wechat/simulator'
import { WeappPhone } from '../e2e/phone/weapp-phone'
import { startServer } from '../support/server-process'

const ACCOUNT = { appid: 'wx-test', secret: 'test' }

/** The built server with WeChat's side simulated, and mini-programs that belong to it. */
export interface WalkWorld {
  origin: string
  /** The mini-program on the phone of somebody who was never here. */
  app(browser: Browser, screen?: { width: number; height: number }): Promise<ChromiumMiniProgram>
  close(): Promise<void>
}

export async function startWalkWorld(): Promise<WalkWorld> {
  const wechat = await startWechatSimulator(ACCOUNT)
  const server = await startServer({
    RATE_LIMIT: 'off',
    WECHAT_APPID: ACCOUNT.appid,
    WECHAT_SECRET: ACCOUNT.secret,
    WECHAT_API: wechat.origin,
  })
  let people = 0
  return {
    origin: server.origin,
    app: async (browser, screen = { width: 375, height: 667 }) => {
      const person = `person-${++people}`
      const loginCode = () => wechat.codes.issue(person)
      return (await WeappPhone.start({ browser, apiOrigin: server.origin, loginCode, screen })).app
    },
    close: async () => {
      await server.dispose()
      await wechat.close()
    },
  }
}
