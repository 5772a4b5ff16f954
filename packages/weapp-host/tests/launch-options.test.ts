import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type JsdomMiniProgram, type JsdomOptions, launchInJsdom } from '../src/jsdom'

/** Launches a mini-program of one page that runs `code` in `onLoad`. `show(value)` adds the JSON of a value to the page. */
async function launchSnippet(code: string, options: JsdomOptions = {}): Promise<JsdomMiniProgram> {
  const folder = mkdtempSync(path.join(tmpdir(), 'weapp-host-'))
  const write = (file: string, text: string) => writeFileSync(path.join(folder, file), text)
  try {
    write('app.json', '{ "pages": ["home"] }')
    write('app.js', 'App({})')
    write('home.json', '{}')
    write('home.wxml', '<view id="shown">{{shown}}</view>')
    write(
      'home.js',
      `Page({
        data: { shown: '' },
        onLoad() {
          const show = (value) => this.setData({ shown: this.data.shown + JSON.stringify(value) })
          ${code}
        },
      })`,
    )
    return await launchInJsdom(folder, options)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

let app: JsdomMiniProgram

const launch = async (code: string, options: JsdomOptions = {}) => {
  app = await launchSnippet(code, options)
}

afterEach(() => app?.close())

describe('launch with options', () => {
  it('sets the scene of the launch', async () => {
    await launch('show(wx.getLaunchOptionsSync().scene)', { scene: 1011 })
    await app.waitText('1011')
  })

  it('rejects navigation in the single-page mode of Moments', async () => {
    await launch("wx.navigateTo({ url: '/home', fail: (error) => show(error.errMsg) })", { scene: 1154 })
    await app.waitText('navigateTo:fail can not be used in single page mode')
  })

  it('records an error for a request in single-page mode that is not an anonymous GET', async () => {
    await launch("wx.request({ url: 'https://api.example/a', method: 'POST' })", {
      scene: 1154,
      mocks: { request: { statusCode: 200, data: {} } },
    })
    expect(await app.errors()).toEqual(['single page: POST https://api.example/a is not a public read'])
  })

  it.each([
    ['2.15.0', 'true'],
    ['2.14.4', 'false'],
  ])('offers only the APIs of base library %s', async (libraryVersion, exists) => {
    await launch("show(typeof wx.getRandomValues === 'function' && wx.canIUse('getRandomValues'))", {
      libraryVersion,
    })
    await app.waitText(exists)
  })

  it('sets the content of ext.json, the account and the language', async () => {
    await launch(
      'show([wx.getExtConfigSync(), wx.getAccountInfoSync().miniProgram.appId, wx.getAppBaseInfo().language])',
      { extConfig: { shop: 'x' }, appId: 'wx1', locale: 'en-US' },
    )
    await app.waitText('[{"shop":"x"},"wx1","en_US"]')
  })

  it('reports a downloaded update', async () => {
    await launch(
      `const manager = wx.getUpdateManager()
      manager.onUpdateReady(() => {
        show('ready')
        manager.applyUpdate()
      })`,
      { updateReady: true },
    )
    await app.waitText('ready')
    expect(await app.calls('applyUpdate')).toHaveLength(1)
  })

  it('rejects a function as the mock of a synchronous API', async () => {
    await launch('wx.getAppBaseInfo()', { mocks: { getAppBaseInfo: () => ({}) } })
    expect(await app.errors()).toEqual([expect.stringContaining('getAppBaseInfo is synchronous')])
  })

  it('rejects a request to an origin that is not allowed', async () => {
    await launch("wx.request({ url: 'https://other.example', fail: (error) => show(error.errMsg) })", {
      allowedOrigins: ['https://api.example'],
    })
    await app.waitText('request:fail url not in domain list')
  })
})
