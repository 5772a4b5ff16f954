import type { ChromiumMiniProgram } from '../src/chromium'
import { setUpChromium } from './support/chromium-fixture'

const launch = setUpChromium()

describe('events and data', () => {
  it('bubbles a tap until it is caught and ignores a disabled button', async () => {
    const app = await launch()
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

  it('reports a long press instead of a tap', async () => {
    const app = await launch()
    await app.longPress('#bubbling')
    await app.waitText('长按')
    expect(await app.page.locator('#log').textContent()).toBe('长按 ')
  })

  it('shows the value that the app sets instead of the typed one', async () => {
    const app = await launch()
    await app.fill('#name', '学员9一')
    await app.waitText('您好，学员一。¥12.50')
    expect(await app.page.locator('#name input').inputValue()).toBe('学员一')
  })

  it('submits the values of a form and reports a change of a radio group', async () => {
    const app = await launch()
    await app.tap('#courier')
    await app.waitText('改成courier')
    await app.tap('#submit')
    await app.waitText('{"note":"放门口","fast":true,"way":"courier"}')
  })

  it('chooses an option of a picker, reorders a keyed list and measures updates', async () => {
    const app = await launch()
    await app.clearRecord()
    await app.tap('#picker')
    await app.choose('箱')
    await app.waitText('单位 箱')
    expect(await app.setDataStats('pages/main/index')).toEqual({ count: 1, bytes: 10, max: 10, first: 10 })
    await app.tap('#reverse')
    await app.waitText('丙 乙 甲')
  })

  it('converts rpx and applies tag selectors', async () => {
    const app = await launch({ viewport: { width: 320, height: 568 } })
    const style = await app.page
      .locator('#outer')
      .evaluate((element) => getComputedStyle(element).paddingLeft)
    expect(style).toBe('13px')
    const color = await app.page.locator('#inner').evaluate((element) => getComputedStyle(element).color)
    expect(color).toBe('rgb(26, 127, 78)')
  })
})

describe('the globals of app code', () => {
  it('hides browser globals from app code but not those of the language', async () => {
    const app = await launch()
    await app.tap('#guard')
    await app.waitText('看得见：。functionfunctiontrue')
  })

  it('records the use of a missing WeChat function', async () => {
    const app = await launch()
    await app.tap('#broken')
    while ((await app.errors()).length === 0) await app.page.waitForTimeout(20)
    expect(await app.errors()).toEqual([expect.stringContaining('wx.notThere is not a function')])
    expect((await app.record()).missing).toEqual(['notThere'])
  })
})

describe('dialogs and navigation', () => {
  it('shows modals, toasts and action sheets that can be tapped', async () => {
    const app = await launch()
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

  it('opens a page of a subpackage with its query and confirms before it is left', async () => {
    const app = await launch()
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

  it.each([
    ['the arrow in the title bar', (app: ChromiumMiniProgram) => app.back()],
    ['the back key', (app: ChromiumMiniProgram) => app.pressBack()],
    ['navigateBack', (app: ChromiumMiniProgram) => app.tap('#leave')],
  ])('closes a page container before its page by %s', async (_, back) => {
    const app = await launch({ url: '/pages/main/index' })
    await app.tap('#go')
    await app.tap('#open')
    await app.waitText('beforeenter afterenter')
    expect(await app.find('#within').isVisible()).toBe(true)
    expect(await app.text()).not.toContain('第二个')
    await back(app)
    await app.waitText('beforeenter afterenter beforeleave afterleave')
    expect(await app.text()).not.toContain('页中页')
    expect(await app.routes()).toHaveLength(2)
    // for the app the container is still shown, so it must be closed before it can open again
    await app.tap('#open')
    await app.tap('#shut')
    await app.tap('#open')
    await app.waitText('afterleave beforeenter afterenter')
    await app.tap('#shut')
    await app.waitText('afterenter beforeleave afterleave')
    await back(app)
    await app.waitText('您好')
    expect(await app.routes()).toEqual(['pages/main/index'])
    expect(await app.errors()).toEqual([])
  })

  it('resets the scroll position of a page when it shows a page container', async () => {
    const app = await launch({ url: '/sub/detail/index' })
    const scrolled = () => app.page.evaluate(() => window.scrollY)
    await app.page.evaluate(() => window.scrollTo(0, 30))
    await app.tap('#open')
    await app.waitText('afterenter')
    await app.pressBack()
    await app.waitText('afterleave')
    expect(await scrolled()).toBe(0)
    expect(await app.routes()).toEqual(['sub/detail/index'])
  })

  it('sends the app to the background when back is pressed on the first page', async () => {
    const app = await launch()
    await app.pressBack()
    expect(await app.routes()).toEqual(['pages/main/index'])
    await app.foreground()
    await app.waitText('您好')
  })

  it('records share cards from a button and from the menu', async () => {
    const app = await launch()
    await app.tap('#share')
    while ((await app.shares()).length === 0) await app.page.waitForTimeout(20)
    await app.share()
    expect(await app.shares()).toEqual([
      { from: 'button', title: '来自buttoncard', path: '/pages/main/index?from=button', imageUrl: '' },
      { from: 'menu', title: '来自menu', path: '/pages/main/index?from=menu', imageUrl: '' },
    ])
  })

  it('opens a deep link and preserves storage across a relaunch', async () => {
    const app = await launch({ url: '/sub/detail/index?name=x', storage: { launches: 6 } })
    await app.waitText('名字 x')
    await app.relaunch()
    await app.waitText('第 8 次打开')
    expect(await app.storage()).toEqual({ launches: 8 })
  })
})
