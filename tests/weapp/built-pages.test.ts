import { existsSync } from 'node:fs'
import path from 'node:path'
import { visitEveryPage } from 'weapp-host'
import type { JsdomMiniProgram } from 'weapp-host/jsdom'
import { checkBundle } from '../../scripts/lib/weapp-bundle.mjs'
import { launchWeappInJsdom } from './launch'

const dist = path.resolve(process.env.WEAPP_DIST ?? 'dist/weapp')
const built = existsSync(path.join(dist, 'app.json'))

describe('every page of the built mini-program', () => {
  let app: JsdomMiniProgram

  beforeAll(async () => {
    if (!built) throw new Error(`There is no mini-program in ${dist}: build it first, or set WEAPP_DIST.`)
    app = await launchWeappInJsdom(dist, {
      privacyAgreed: true,
      mocks: { request: { statusCode: 404, data: {}, header: {} } },
    })
  })
  afterAll(() => app?.close())

  it('starts without an error', async () => {
    expect(await app.errors()).toEqual([])
    expect(checkBundle(dist)).toEqual([])
  })

  it('opens with a query, shows a text and throws nothing', async () => {
    const visited = await visitEveryPage(
      app,
      'slug=sample&shopId=sample&productId=sample&orderId=sample&id=sample',
    )
    expect(visited.length).toBeGreaterThan(0)
    expect(visited.filter((page) => page.errors.length > 0)).toEqual([])
    expect(visited.filter((page) => page.text.trim() === '').map((page) => page.route)).toEqual([])
  })

  it('reads no name from wx that the host does not implement', async () => {
    expect(await app.missingApis()).toEqual([])
  })
})
