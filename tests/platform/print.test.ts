import type * as printModule from '@/platform/device/print'

type PrintModule = typeof printModule

const ANDROID = 'Mozilla/5.0 (Linux; Android 10'
const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36'

/** Loads `printPage` in a browser with this user agent. */
function printPageOf(userAgent: string): PrintModule['printPage'] {
  jest.spyOn(navigator, 'userAgent', 'get').mockReturnValue(userAgent)
  let printPage: PrintModule['printPage'] = null
  jest.isolateModules(() => {
    printPage = (jest.requireActual('@/platform/device/print') as PrintModule).printPage
  })
  return printPage
}

afterEach(() => jest.restoreAllMocks())

describe('printPage', () => {
  it.each([
    ['WeChat on Android', `${ANDROID}; wv) ${CHROME} MicroMessenger/8.0.49.2600(0x28003133)`],
    [
      'WeChat on iOS',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) MicroMessenger/8.0.49(0x18003137)',
    ],
    ['another app on Android', `${ANDROID}; wv) ${CHROME}`],
  ])('is absent in the browser of %s', (_app, userAgent) => {
    expect(printPageOf(userAgent)).toBeNull()
  })

  it('is a function in a browser outside of apps', () => {
    expect(printPageOf(`${ANDROID}) ${CHROME}`)).toEqual(expect.any(Function))
  })
})
