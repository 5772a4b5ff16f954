import path from 'node:path'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../support/chromium'
import { launchWeapp, type WeappLaunch } from './host/chromium-driver'
import type { WeappApp } from './host/weapp-app'

const dist = path.join(__dirname, 'fixture')
let browser: Browser
let app: WeappApp

const launch = async (options: Partial<WeappLaunch> = {}) => {
  app = await launchWeapp({ dist, browser, ...options })
  return app
}

beforeAll(async () => {
  browser = await launchBrowser()
})
afterEach(() => app?.close())
afterAll(() => browser?.close())

describe('touch and data', () => {
  test('a tap bubbles, is caught, and does not reach a disabled button', async () => {
    await launch()
    await app.tap('#bubbling')
    await app.waitText('里bubbling 外外bubbling')
    await app.tap('#inner')
    await app.waitText('里inner')
    await app.page.locator('#off').tap({ force: true })
    await app.tap('#add')
    await app.waitText('数到 6')
    expect(await app.page.locator('#log').textContent()).toBe('里bubbling 外外bubbling 里inner 加到6 ')
    expect(await app.errors()).toEqual([])
  })

  test('a long press is told apart from a tap', async () => {
    await launch()
    await app.longPress('#bubbling')
    await app.waitText('长按')
    expect(await app.page.locator('#log').textContent()).toBe('长按 ')
  })

  test('an input is led by the app: digits it refuses do not stay', async () => {
    await launch()
    await app.fill('#name', '学员9一')
    await app.waitText('您好，学员一。¥12.50')
    expect(await app.page.locator('#name input').inputValue()).toBe('学员一')
  })

  test('a form gathers its fields, a radio group tells its change', async () => {
    await launch()
    await app.tap('#courier')
    await app.waitText('改成courier')
    await app.tap('#submit')
    await app.waitText('{"note":"放门口","fast":true,"way":"courier"}')
  })

  test('a picker, a keyed list, and the size of updates', async () => {
    await launch()
    await app.forget()
    await app.tap('#picker')
    await app.choose('箱')
    await app.waitText('单位 箱')
    expect(await app.setDataStats('pages/main/index')).toEqual({ count: 1, bytes: 10, max: 10, first: 10 })
    await app.tap('#reverse')
    await app.waitText('丙 乙 甲')
  })

  test('rpx and tag selectors', async () => {
    await launch({ viewport: { width: 320, height: 568 } })
    const style = await app.page
      .locator('#outer')
      .evaluate((element) => getComputedStyle(element).paddingLeft)
    expect(style).toBe('13px')
    const color = await app.page.locator('#inner').evaluate((element) => getComputedStyle(element).color)
    expect(color).toBe('rgb(26, 127, 78)')
  })
})

describe('what the app may know', () => {
  test('the browser is hidden from app code, the language is not', async () => {
    await launch()
    await app.tap('#guard')
    await app.waitText('看得见：。functionfunctiontrue')
  })

  test('a missing WeChat function is an error on record', async () => {
    await launch()
    await app.tap('#broken')
    while ((await app.errors()).length === 0) await app.page.waitForTimeout(20)
    expect(await app.errors()).toEqual([expect.stringContaining('wx.notThere is not a function')])
    expect((await app.record()).missing).toEqual(['notThere'])
  })
})

describe('dialogs and pages', () => {
  test('modal, toast and action sheet are tapped as a person does', async () => {
    await launch()
    await app.tapText('问一句')
    await app.waitText('删了就没了')
    await app.tapText('删掉')
    await app.waitText('已删')
    expect(await app.toasts()).toEqual(['已删'])
    await app.tap('#sheet')
    await app.tapText('现金')
    await app.waitText('选了1')
    await app.tap('#sheet')
    await app.tapText('取消')
    await app.waitText('showActionSheet:fail cancel')
  })

  test('a page of a subpackage opens with its query, and asks before it is left', async () => {
    await launch()
    await app.tap('#go')
    await app.waitText('名字 红 富士')
    expect(await app.title()).toBe('详情 红 富士')
    const name = encodeURIComponent('红 富士')
    expect(await app.routes()).toEqual(['pages/main/index', `sub/detail/index?name=${name}`])
    await app.tap('#nowhere')
    await app.waitText('navigateTo:fail page "pages/nowhere/index" is not found')
    await app.tap('#keep')
    await app.back()
    await app.waitText('还没保存，要走吗')
    await app.tapText('取消')
    await app.waitGone('还没保存')
    expect(await app.routes()).toHaveLength(2)
    await app.back()
    await app.tapText('确定')
    await app.waitText('您好')
    expect(await app.routes()).toEqual(['pages/main/index'])
  })

  test.each([
    ['the arrow in the bar', () => app.back()],
    ["the phone's own way", () => app.goBack()],
    ['navigateBack', () => app.tap('#leave')],
  ])('a page within a page is left before the page is, by %s', async (_, back) => {
    await launch({ url: '/pages/main/index' })
    await app.tap('#go')
    await app.tap('#open')
    await app.waitText('beforeenter afterenter')
    expect(await app.find('#within').isVisible()).toBe(true)
    expect(await app.text()).not.toContain('第二个')
    await back()
    await app.waitText('beforeenter afterenter beforeleave afterleave')
    expect(await app.text()).not.toContain('页中页')
    expect(await app.routes()).toHaveLength(2)
    // it was not the app that took it away: for it, it is still there
    await app.tap('#open')
    await app.tap('#shut')
    await app.tap('#open')
    await app.waitText('afterleave beforeenter afterenter')
    await app.tap('#shut')
    await app.waitText('afterenter beforeleave afterleave')
    await back()
    await app.waitText('您好')
    expect(await app.routes()).toEqual(['pages/main/index'])
    expect(await app.errors()).toEqual([])
  })

  test('a page with a page within it is fixed, and forgets where it was scrolled to', async () => {
    await launch({ url: '/sub/detail/index' })
    const scrolled = () => app.page.evaluate(() => window.scrollY)
    await app.page.evaluate(() => window.scrollTo(0, 30))
    await app.tap('#open')
    await app.waitText('afterenter')
    await app.goBack()
    await app.waitText('afterleave')
    expect(await scrolled()).toBe(0)
    expect(await app.routes()).toEqual(['sub/detail/index'])
  })

  test("the phone's own way back leads out of the app from its first page", async () => {
    await launch()
    await app.goBack()
    expect(await app.routes()).toEqual(['pages/main/index'])
    await app.foreground()
    await app.waitText('您好')
  })

  test('a share card by button and by menu', async () => {
    await launch()
    await app.tap('#share')
    while ((await app.shares()).length === 0) await app.page.waitForTimeout(20)
    await app.share()
    expect(await app.shares()).toEqual([
      { from: 'button', title: '来自buttoncard', path: '/pages/main/index?from=button', imageUrl: '' },
      { from: 'menu', title: '来自menu', path: '/pages/main/index?from=menu', imageUrl: '' },
    ])
  })

  test('a deep link, a kill and a relaunch', async () => {
    await launch({ url: '/sub/detail/index?name=x', storage: { launches: 6 } })
    await app.waitText('名字 x')
    await app.relaunch()
    await app.waitText('第 8 次打开')
    expect(await app.storage()).toEqual({ launches: 8 })
  })
})

describe('files, pictures and drawing', () => {
  test('kept files outlive a kill, temporary ones do not', async () => {
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

  test('a person who picks nothing cancels', async () => {
    await launch({ url: '/pages/files/index', privacyAgreed: true, photos: [] })
    await app.tap('#temp')
    await app.waitText('chooseMedia:fail cancel')
  })

  test('a canvas is drawn and saved to the album', async () => {
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

  test('scrolling, swiping and watching what is in view', async () => {
    await launch({ url: '/pages/views/index' })
    await app.page.locator('#scroller').evaluate((element) => element.scrollTo(0, 500))
    await app.waitText('滚到底')
    await app.page.evaluate(() => window.scrollTo(0, 5000))
    await app.waitText('触底')
    await app.waitText('看见底')
    expect(await app.page.locator('#end').evaluate((element) => element.clientWidth)).toBe(375)
  })
})

describe('privacy terms', () => {
  test('a picture waits for agreement, which lasts', async () => {
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

  test('without a listener WeChat asks by itself', async () => {
    await launch({ url: '/pages/files/index' })
    await app.tap('#temp')
    await app.tapText('拒绝')
    await app.waitText('privacy permission is not authorized')
    await app.tap('#temp')
    await app.tapText('同意')
    await app.waitText('选到828')
  })
})
