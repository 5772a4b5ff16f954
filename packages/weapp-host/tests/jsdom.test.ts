import path from 'node:path'
import { visitEveryPage } from '../src/index'
import { type JsdomMiniProgram, type JsdomOptions, launchInJsdom } from '../src/jsdom'

const folder = path.join(__dirname, 'fixture')
let app: JsdomMiniProgram

const launch = async (options: JsdomOptions = {}) => {
  app = await launchInJsdom(folder, options)
}

afterEach(() => app?.close())

describe('launchInJsdom', () => {
  it('handles taps, typing and components', async () => {
    await launch()
    await app.tap('#bubbling')
    await app.waitText('里bubbling 外外bubbling')
    await app.tap('#add')
    await app.waitText('数到 6')
    await app.fill('#name', '学员9一')
    await app.waitText('您好，学员一。¥12.50')
    expect(await app.text('#count')).toBe('数到 6')
    expect(await app.errors()).toEqual([])
  })

  it('hides browser globals from app code', async () => {
    await launch()
    await app.tap('#guard')
    await app.waitText('看得见：。functionfunctiontrue')
  })

  it('taps texts, dialogs and pickers', async () => {
    await launch()
    await app.tapText('问一句')
    await app.tapText('删掉')
    await app.waitText('已删')
    expect(await app.toasts()).toEqual(['已删'])
    await app.tap('#picker')
    await app.choose('箱')
    await app.waitText('单位 箱')
  })

  it('shows the labels of the options in its dialogs', async () => {
    await launch({ texts: { cancel: 'Cancel' } })
    await app.tap('#sheet')
    await app.tapText('Cancel')
    await app.waitText('showActionSheet:fail cancel')
  })

  it('navigates, reports its routes and goes back', async () => {
    await launch()
    await app.navigateTo('/sub/detail/index?name=x')
    await app.waitText('名字 x')
    expect(await app.title()).toBe('详情 x')
    expect(await app.routes()).toEqual(['pages/main/index', 'sub/detail/index?name=x'])
    await app.back()
    await app.waitText('您好')
    expect(await app.routes()).toEqual(['pages/main/index'])
  })

  it('preserves storage and the record across a relaunch', async () => {
    await launch({ storage: { launches: 6 } })
    await app.waitText('第 7 次打开')
    await app.relaunch('/pages/main/index')
    await app.waitText('第 8 次打开')
    expect(await app.storage()).toEqual({ launches: 8 })
    expect(await app.setDataLog('pages/main/index')).toHaveLength(2)
    await app.clearRecord()
    expect(await app.setDataStats()).toEqual({ count: 0, bytes: 0, max: 0, first: 0 })
  })

  it('answers an API by a function, a value and a mock set later', async () => {
    await launch({
      url: '/pages/views/index',
      mocks: { scanCode: (options: unknown) => ({ result: typeof options }) },
    })
    await app.tap('#scan')
    await app.waitText('扫到object')
    await app.mock('scanCode', { result: 'fixed' })
    await app.tap('#scan')
    await app.waitText('扫到fixed')
    await app.mock('scanCode', () => {
      throw new Error('no camera')
    })
    await app.tap('#scan')
    await app.waitText('scanCode:fail no camera')
    expect(await app.calls('scanCode')).toHaveLength(3)
  })

  it('adds an API that the host does not implement', async () => {
    await launch()
    await app.mock('notThere', {})
    await app.tap('#broken')
    expect(await app.calls('notThere')).toHaveLength(1)
    expect(await app.errors()).toEqual([])
  })

  it('reports a text that does not appear together with the screen', async () => {
    await launch()
    await expect(app.waitText('nowhere', 50)).rejects.toThrow(/"nowhere" did not appear[\s\S]*您好/)
  })

  it('rejects a folder without app.json', async () => {
    await expect(launchInJsdom(path.join(folder, 'art'))).rejects.toThrow('app.json is missing')
  })
})

describe('visitEveryPage', () => {
  it('opens every page and reports the errors of each', async () => {
    await launch()
    const visited = await visitEveryPage(app, 'name=x')
    expect(visited.map((page) => page.route)).toEqual([
      'pages/main/index',
      'pages/files/index',
      'pages/net/index',
      'pages/privacy/index',
      'pages/views/index',
      'sub/detail/index',
    ])
    expect(visited.flatMap((page) => page.errors)).toEqual([])
    await app.openPage('/pages/main/index')
    await app.tap('#broken')
    expect(await app.errors()).toEqual([expect.stringContaining('wx.notThere is not a function')])
    expect(await app.missingApis()).toEqual(['notThere'])
  })
})
