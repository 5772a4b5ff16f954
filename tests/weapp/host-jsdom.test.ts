import path from 'node:path'
import { type JsdomApp, launchJsdom, openEveryPage } from './host/jsdom-driver'

const dist = path.join(__dirname, 'fixture')
let app: JsdomApp

beforeEach(async () => {
  app = await launchJsdom({ dist, mocks: { scanCode: (options: unknown) => ({ result: typeof options }) } })
})
afterEach(() => app?.close())

test('taps, typing and components work without a browser', async () => {
  await app.tap('#bubbling')
  await app.waitText('里bubbling 外外bubbling')
  await app.tap('#add')
  await app.waitText('数到 6')
  await app.fill('#name', '学员9一')
  await app.waitText('您好，学员一。¥12.50')
  expect(app.record().errors).toEqual([])
})

test('the browser is hidden from app code here too', async () => {
  await app.tap('#guard')
  await app.waitText('看得见：。functionfunctiontrue')
})

test('a function of the test answers for an API', async () => {
  await app.openPage('/pages/views/index')
  await app.tap('#scan')
  await app.waitText('扫到object')
})

test('opens every page, and notices the one that throws', async () => {
  const opened = await openEveryPage(app, 'name=x')
  expect(opened.map((page) => page.route)).toEqual([
    'pages/main/index',
    'pages/files/index',
    'pages/net/index',
    'pages/privacy/index',
    'pages/views/index',
    'sub/detail/index',
  ])
  expect(opened.flatMap((page) => page.errors)).toEqual([])
  await app.openPage('/pages/main/index')
  await app.tap('#broken')
  expect(app.record().errors).toEqual([expect.stringContaining('wx.notThere is not a function')])
})
