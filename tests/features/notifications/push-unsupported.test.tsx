import { render, screen } from '@testing-library/react'
import { AlertsScreen } from '@/features/notifications/alerts-screen'
import { fakeTaro, ok } from '../../support/components/taro'

/** Opens the page in a browser without push, as jsdom is, at a server that can send to browsers and perhaps to phones. */
async function openAlerts(userAgent: string, { hasSms }: { hasSms: boolean }) {
  jest.spyOn(navigator, 'userAgent', 'get').mockReturnValue(userAgent)
  const channels = {
    ...{ push: { publicKey: 'key', browsers: [] }, templates: [], quietHours: { from: 0, until: 0 } },
    ...(hasSms ? { sms: {} } : {}),
  }
  fakeTaro.answerSignedIn(() => ok(channels))
  render(<AlertsScreen pageSound={null} />)
  expect(await screen.findByText('这个浏览器不行')).toBeInTheDocument()
}

beforeEach(() => fakeTaro.reset())
afterEach(() => jest.restoreAllMocks())

describe('AlertsScreen in a browser that cannot show messages', () => {
  it('refers the seller to a browser outside of WeChat', async () => {
    await openAlerts('iPhone MicroMessenger/8.0.50', { hasSms: true })
    expect(screen.getByText(/^微信里打开的网页发不了/)).toBeInTheDocument()
  })

  it.each([
    ['and to text messages', true],
    ['where there are no text messages', false],
  ])('refers the seller to the open page in another browser, %s', async (_where, hasSms) => {
    await openAlerts('iPhone Version/17.4 Safari/604.1', { hasSms })
    const { textContent } = screen.getByText(/^这个浏览器发不了。开着“今天”那一页/)
    expect(textContent?.includes('下面的短信')).toBe(hasSms)
    expect(screen.queryByText(/微信/)).toBeNull()
  })
})
