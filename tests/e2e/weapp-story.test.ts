import type { Browser } from 'playwright-core'
import { startWechatSimulator, type WechatSimulator } from '../../mock-server/wechat/simulator'
import { launchBrowser } from '../support/chromium'
import { type ServerProcess, startServer } from '../support/server-process'
import { SCREENS } from './phone/phone'
import { WeappPhone } from './phone/weapp-phone'
import { tellStory } from './story/tell'

const ACCOUNT = { appid: 'wx-test', secret: 'test' }

let wechat: WechatSimulator
let server: ServerProcess
let browser: Browser

beforeAll(async () => {
  wechat = await startWechatSimulator(ACCOUNT)
  server = await startServer({
    WECHAT_APPID: ACCOUNT.appid,
    WECHAT_SECRET: ACCOUNT.secret,
    WECHAT_API: wechat.origin,
  })
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await server?.dispose()
  await wechat?.close()
})

test('the whole story in the built mini-program, from an empty database', async () => {
  const phoneOf = (person: string) =>
    WeappPhone.start({
      browser,
      apiOrigin: server.origin,
      loginCode: () => wechat.codes.issue(person),
      screen: SCREENS.phone,
    })
  const seller = await phoneOf('seller')
  const buyer = await phoneOf('buyer')
  await tellStory({ seller, buyer, frontDoor: 'pages/home/index' })
  for (const phone of [seller, buyer]) {
    expect(await phone.errors()).toEqual([])
    const strangers = (await phone.app.requests()).filter(({ origin }) => origin !== 'http://127.0.0.1:4180')
    expect(strangers).toEqual([])
    expect((await phone.app.setDataStats()).max).toBeLessThan(256 * 1024)
    await phone.close()
  }
})
