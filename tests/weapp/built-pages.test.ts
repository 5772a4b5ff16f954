import { existsSync } from 'node:fs'
import path from 'node:path'
import { checkBundle } from '../../scripts/lib/weapp-bundle.mjs'
import { launchWeapp } from './host/chromium-driver'
import { type JsdomApp, launchJsdom, openEveryPage } from './host/jsdom-driver'

const dist = path.resolve(process.env.WEAPP_DIST ?? 'dist/weapp')
const built = existsSync(path.join(dist, 'app.json'))

describe('every page of the built mini-program', () => {
  let app: JsdomApp

  beforeAll(async () => {
    if (!built) throw new Error(`There is no mini-program in ${dist}: build it first, or set WEAPP_DIST.`)
    app = await launchJsdom({
      dist,
      privacyAgreed: true,
      mocks: { request: { statusCode: 404, data: {}, header: {} } },
    })
  })
  afterAll(() => app?.close())

  test('starts without an error', () => {
    expect(app.record().errors).toEqual([])
    expect(checkBundle(dist)).toEqual([])
  })

  test('starts in Chromium without an error', async () => {
    const inBrowser = await launchWeapp({ dist })
    try {
      expect((await inBrowser.text()).trim()).not.toBe('')
      expect(await inBrowser.errors()).toEqual([])
    } finally {
      await inBrowser.close()
    }
  })

  test('opens with a query, shows something and throws nothing', async () => {
    const opened = await openEveryPage(
      app,
      'slug=sample&shopId=sample&productId=sample&orderId=sample&id=sample',
    )
    expect(opened.length).toBeGreaterThan(0)
    expect(opened.filter((page) => page.errors.length > 0)).toEqual([])
    expect(opened.filter((page) => page.text.trim() === '').map((page) => page.route)).toEqual([])
  })

  test('looks for no WeChat function the host does not have', () => {
    expect(app.record().missing).toEqual([])
  })
})
