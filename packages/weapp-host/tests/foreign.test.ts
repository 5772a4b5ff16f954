import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { visitEveryPage } from '../src/index'
import { type JsdomMiniProgram, launchInJsdom } from '../src/jsdom'

const folder = path.join(__dirname, 'foreign')
let app: JsdomMiniProgram

beforeEach(async () => {
  app = await launchInJsdom(folder)
})
afterEach(() => app?.close())

describe('a program with components of an npm package, written by others', () => {
  it('opens a component whose WXS requires modules by their file names', async () => {
    await app.waitText('Buy 0 listString1970')
    await app.tap('#button')
    await app.waitText('Buy 1 listString1970')
    await app.waitText('pressed tea')
    expect(app.window.document.querySelector('#button')?.getAttribute('style')).toContain('border-color')
    expect(await app.errors()).toEqual([])
  })

  it('stores 10 MB at most, and more once something was replaced', async () => {
    await app.tap('#fill')
    await app.waitText(
      '10 setStorageSync:fail exceed storage max size 10Mb, setStorage:fail exceed storage max size 10Mb',
    )
    expect(Object.keys(await app.storage())).toHaveLength(11)
    expect(await app.errors()).toEqual([])
  })

  it('logs updates of more than 64 KB, and records those that WeChat refuses', async () => {
    await app.tap('#sizes')
    await app.waitText('Buy')
    const { logs } = await app.record()
    expect(logs.filter(({ text }) => text.startsWith('setData')).map(({ text }) => text)).toEqual([
      'setData of 66 KB on pages/shop/index: more than 64 KB',
    ])
    expect(await app.errors()).toEqual(['setData of 1026 KB on pages/shop/index: WeChat allows 1024 KB'])
  })

  it('opens although another page of its main package cannot be loaded', async () => {
    const copy = mkdtempSync(path.join(tmpdir(), 'foreign-'))
    try {
      cpSync(folder, copy, { recursive: true })
      const { lazyCodeLoading: _, ...eager } = JSON.parse(readFileSync(path.join(folder, 'app.json'), 'utf8'))
      writeFileSync(path.join(copy, 'app.json'), JSON.stringify(eager))
      await app.close()
      app = await launchInJsdom(copy)
      await app.waitText('Buy 0')
      expect(await app.errors()).toEqual([expect.stringContaining('./lost')])
    } finally {
      rmSync(copy, { recursive: true })
    }
  })

  it('is visited to its end, also past a page that does not open and a page without a text', async () => {
    const visited = await visitEveryPage(app, '', 500)
    expect(visited.map(({ route, text }) => [route, text.trim().split('\n').at(-1)])).toEqual([
      ['pages/shop/index', expect.stringContaining('Buy')],
      ['pages/broken/index', ''],
      ['pages/empty/index', ''],
      ['orders/list', 'no orders'],
    ])
    expect(visited.filter(({ errors }) => errors.length > 0).map(({ errors }) => errors[0])).toEqual([
      expect.stringContaining('./lost'),
    ])
  })
})
