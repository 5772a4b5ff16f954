import type { Browser } from 'playwright-core'
import { launchBrowser } from '../support/chromium'
import { type ServerProcess, startServer } from '../support/server-process'
import { H5Phone } from './phone/h5-phone'
import { SCREENS } from './phone/phone'
import { tellStory } from './story/tell'

// a phone in the local network comes by a name that is not localhost, on plain http: an insecure context
const HOST = 'phone.test'

let server: ServerProcess
let browser: Browser

beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser([`--host-resolver-rules=MAP ${HOST} 127.0.0.1`])
})

afterAll(async () => {
  await browser?.close()
  await server?.dispose()
})

test.each([
  ['localhost', '127.0.0.1'],
  ['a phone in the local network', HOST],
])('the whole story on H5, from an empty database, as %s', async (_, host) => {
  const origin = `http://${host}:${server.port}`
  const seller = await H5Phone.start(browser, origin, SCREENS.phone)
  const buyer = await H5Phone.start(browser, origin, SCREENS.small)
  await tellStory({ seller, buyer, frontDoor: '/' })
  expect(await seller.errors()).toEqual([])
  expect(await buyer.errors()).toEqual([])
  await seller.close()
  await buyer.close()
})
