import path from 'node:path'
import type { Browser } from 'playwright-core'
import { type ChromiumMiniProgram, type ChromiumOptions, launchInChromium } from '../src/chromium'
import { launchBrowser } from '../src/node/browser'

const folder = path.join(__dirname, 'fixture')
let browser: Browser
let app: ChromiumMiniProgram

const launch = async (options: ChromiumOptions = {}) => {
  app = await launchInChromium(folder, { browser, timeout: 30_000, ...options })
}

beforeAll(async () => {
  browser = await launchBrowser()
})
afterEach(() => app?.close())
afterAll(() => browser?.close())

describe('files, images and drawing', () => {
  it('preserves saved files across a relaunch and drops temporary ones', async () => {
    await launch({ url: '/pages/files/index', privacyAgreed: true })
    await app.waitText('图packed8')
    await app.waitText('图inline9')
    await app.waitText('坏图absent')
    await app.tap('#keep')
    await app.waitText('写好了')
    await app.tap('#temp')
    await app.waitText('选到828; 48乘36jpeg')
    await app.waitText('图saved48')
    await app.tap('#list')
    await app.waitText('读到一斤苹果; 有words; 临时还在; 大小12true')
    await app.relaunch('/pages/files/index')
    await app.waitText('图saved48')
    await app.tap('#list')
    await app.waitText('读到一斤苹果; 有words; 临时没了; 大小12true')
    await app.tap('#drop')
    await app.waitText('删了')
    await app.tap('#list')
    await app.waitText('readFileSync:fail no such file or directory')
    expect(await app.errors()).toEqual([])
  })

  it('cancels when the user picks no photo', async () => {
    await launch({ url: '/pages/files/index', privacyAgreed: true, photos: [] })
    await app.tap('#temp')
    await app.waitText('chooseMedia:fail cancel')
  })

  it('draws a canvas and saves it to the album', async () => {
    await launch({ url: '/pages/views/index', privacyAgreed: true, scan: 'key-sample' })
    await app.waitText('纸200')
    await app.tap('#draw')
    await app.waitText('离屏20function')
    await app.waitText('存进相册')
    const [picture] = await app.album()
    expect(picture?.subarray(0, 2).toString('hex')).toBe('ffd8')
    await app.tap('#scan')
    await app.waitText('扫到key-sample')
    await app.tap('#random')
    await app.waitText('随机16')
  })

  it('reports scrolling and intersections', async () => {
    await launch({ url: '/pages/views/index' })
    await app.page.locator('#scroller').evaluate((element) => element.scrollTo(0, 500))
    await app.waitText('滚到底')
    await app.page.evaluate(() => window.scrollTo(0, 5000))
    await app.waitText('触底')
    await app.waitText('看见底')
    expect(await app.page.locator('#end').evaluate((element) => element.clientWidth)).toBe(375)
  })
})

describe('privacy consent', () => {
  it('waits for consent before a photo is picked and remembers it', async () => {
    await launch({ url: '/pages/privacy/index' })
    await app.waitText('需要true')
    await app.tap('#pick')
    await app.waitText('要问chooseMedia')
    await app.tap('#refuse')
    await app.waitText('chooseMedia:fail privacy permission is not authorized 104')
    await app.tap('#pick')
    await app.tap('#agree')
    await app.waitText('选了1')
    await app.tap('#copy')
    await app.waitText('复制了')
    expect((await app.device()).clipboard).toBe('口令')
    await app.relaunch('/pages/privacy/index')
    await app.waitText('需要false')
    await app.tap('#pick')
    await app.waitText('选了1')
    expect(await app.errors()).toEqual([])
  })

  it('asks for consent itself when the app has no listener', async () => {
    await launch({ url: '/pages/files/index' })
    await app.tap('#temp')
    await app.tapText('拒绝')
    await app.waitText('privacy permission is not authorized')
    await app.tap('#temp')
    await app.tapText('同意')
    await app.waitText('选到828')
  })
})
