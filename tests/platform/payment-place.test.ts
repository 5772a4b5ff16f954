import { payment } from '@/platform/payment/payment'

const MAC =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15'
const WINDOWS =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0.0.0 Safari/537.36'
const LINUX =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0.0.0 Safari/537.36'
const ANDROID =
  'Mozilla/5.0 (Linux; Android 14; 23127PN0CC) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0.0.0 Mobile Safari/537.36'
const TABLET =
  'Mozilla/5.0 (Linux; Android 14; 24018RPACC) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0.0.0 Safari/537.36'

interface Device {
  userAgent: string
  width: number
  hasMouse: boolean
}

function useDevice({ userAgent, width, hasMouse }: Device) {
  jest.spyOn(navigator, 'userAgent', 'get').mockReturnValue(userAgent)
  jest.spyOn(window.screen, 'width', 'get').mockReturnValue(width)
  const matchMedia = (query: string) => ({ matches: hasMouse && query === '(pointer: fine)' })
  Object.defineProperty(window, 'matchMedia', { value: matchMedia, configurable: true })
}
afterEach(() => {
  jest.restoreAllMocks()
  Reflect.deleteProperty(window, 'matchMedia')
})

describe('place of a buyer in a browser', () => {
  it.each([
    ['computer', 'a Mac', MAC, 1440, true],
    ['computer', 'Windows', WINDOWS, 1366, true],
    ['computer', 'Linux', LINUX, 1920, true],
    ['browser', 'a phone', ANDROID, 412, false],
    ['browser', 'a phone that asks for desktop pages', LINUX, 412, false],
    ['browser', 'a phone with a pen', ANDROID, 1440, true],
    ['browser', 'an Android tablet with a mouse', TABLET, 1280, true],
    ['browser', 'an iPad, which calls itself a Mac', MAC, 1024, false],
    ['wechat-browser', 'WeChat on a computer', `${WINDOWS} MicroMessenger/7.0.20 WindowsWechat`, 1366, true],
    ['wechat-browser', 'WeChat on a phone', `${ANDROID} MicroMessenger/8.0.50`, 412, false],
    ['alipay', 'Alipay', `${ANDROID} AlipayClient/10.5.8`, 412, false],
  ])('is %s on %s', (place, _, userAgent, width, hasMouse) => {
    useDevice({ userAgent, width, hasMouse })
    expect(payment.place()).toBe(place)
  })

  it('is browser on a phone that a demo shows in a frame', () => {
    useDevice({ userAgent: WINDOWS, width: 1366, hasMouse: true })
    const setParent = (value: unknown) =>
      Object.defineProperty(window, 'parent', { value, configurable: true, writable: true })
    setParent({})
    expect(payment.place()).toBe('browser')
    setParent(window)
    expect(payment.place()).toBe('computer')
  })

  it('is browser where nothing is known of a mouse', () => {
    useDevice({ userAgent: WINDOWS, width: 1366, hasMouse: true })
    Reflect.deleteProperty(window, 'matchMedia')
    expect(payment.place()).toBe('browser')
  })
})
