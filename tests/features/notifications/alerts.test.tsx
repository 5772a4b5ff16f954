import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { AlertsScreen } from '@/features/notifications/alerts-screen'
import { NotifyMe } from '@/features/notifications/notify-me'
import type { Permits, Push, PushState } from '@/platform/notifications/notifications-types'
import { type Answer, fakeTaro, ok } from '../../support/components/taro'
import { problem } from '../orders/sample-orders'

const HASH = 'a'.repeat(64)
const address = {
  endpoint: 'https://push.example.org/1',
  keys: { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) },
}

/** The push state of the browser, and the person's answer to its question. */
let browser: { state: PushState; answer: PushState; isUnreachable: boolean }
let permits: Permits

jest.mock('@/platform/notifications/push', () => {
  const push: Push = {
    read: async () => browser.state,
    address: async () => (browser.state === 'on' ? { address, hash: HASH } : undefined),
    turnOn: async () => {
      if (browser.isUnreachable) throw new Error('push service error')
      browser.state = browser.answer
      return browser.state
    },
    turnOff: async () => {
      browser.state = 'off'
    },
  }
  return { push }
})
jest.mock('@/platform/notifications/permits', () => ({ askPermits: async () => permits }))

/** The notification settings of the account on the server. */
let channels: {
  push?: { publicKey: string; browsers: string[] }
  templates: { id: string; events: string[]; permits: number }[]
  sms?: { phone?: string; usedUp?: boolean; dayUsedUp?: boolean }
  quietHours: { from: number; until: number }
}
let isOffline: boolean
/** Number of channels to which a test message is sent. */
let testMessages: number

function answer({ path, method, body }: { path: string; method: string; body: unknown }): Answer | null {
  if (isOffline && method !== 'GET') return null
  if (path === '/api/me/browsers') channels.push?.browsers.push(HASH)
  if (path.startsWith('/api/me/browsers/') && channels.push) channels.push.browsers = []
  if (path === '/api/me/quiet-hours') channels.quietHours = body as typeof channels.quietHours
  if (path === '/api/me/permits')
    for (const { templateId, count } of (body as { permits: { templateId: string; count: number }[] })
      .permits)
      for (const one of channels.templates) if (one.id === templateId) one.permits += count
  if (path === '/api/me/phone-codes') return ok({})
  if (path === '/api/me/phone') {
    if (method === 'PUT' && (body as { code: string }).code !== '123456') return problem(403, 'code-wrong')
    channels.sms = method === 'PUT' ? { phone: '138****1234' } : {}
  }
  if (path === '/api/me/test-messages') return ok({ messages: testMessages })
  return ok(JSON.parse(JSON.stringify(channels)))
}

beforeEach(() => {
  fakeTaro.reset()
  browser = { state: 'off', answer: 'on', isUnreachable: false }
  permits = {}
  isOffline = false
  testMessages = 2
  channels = {
    push: { publicKey: 'key', browsers: [] },
    templates: [],
    quietHours: { from: 22 * 60, until: 6 * 60 },
  }
  fakeTaro.answerSignedIn(answer)
})

const sent = (path: string) => fakeTaro.requests.filter((one) => one.path.startsWith(path))
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

async function openAlerts() {
  const shown = render(<AlertsScreen pageSound={null} />)
  await screen.findByText('夜里不吵')
  return shown
}

describe('AlertsScreen', () => {
  it('turns messages on and off for this browser', async () => {
    await openAlerts()
    expect(await screen.findByText('这部手机：没开')).toBeInTheDocument()
    await press('关了网页也提醒：开')
    expect(await screen.findByText('这部手机：开着')).toBeInTheDocument()
    expect(sent('/api/me/browsers').map(({ method, body }) => [method, body])).toEqual([['PUT', address]])
    await press('关了网页也提醒：关掉')
    expect(await screen.findByText('这部手机：没开')).toBeInTheDocument()
    expect(sent(`/api/me/browsers/${HASH}`).map(({ method }) => method)).toEqual(['DELETE'])
  })

  it('explains what to do when the browser forbids messages', async () => {
    browser.answer = 'blocked'
    await openAlerts()
    await press('关了网页也提醒：开')
    expect(await screen.findByText('这部手机：不让提醒')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: /^关了网页也提醒/ })).toBeNull()
  })

  it('reports that the push service cannot be reached, and turns messages on by a retry', async () => {
    browser.isUnreachable = true
    await openAlerts()
    await press('关了网页也提醒：开')
    expect(await screen.findByText(/连不上发提醒的服务/)).toBeInTheDocument()
    browser.isUnreachable = false
    await press('关了网页也提醒：开')
    expect(await screen.findByText('这部手机：开着')).toBeInTheDocument()
    expect(screen.queryByText(/连不上发提醒的服务/)).toBeNull()
  })

  it('registers a browser again that the server has forgotten', async () => {
    browser.state = 'on'
    await openAlerts()
    await waitFor(() => expect(channels.push?.browsers).toEqual([HASH]))
  })

  it('shows how many messages WeChat will still send, and adds ten', async () => {
    channels.templates = [{ id: 'template-new-order', events: ['new-order'], permits: 2 }]
    permits = { 'template-new-order': 10 }
    await openAlerts()
    expect(screen.getByText('还能提醒 2 次')).toBeInTheDocument()
    await press('再提醒我 10 次')
    expect(await screen.findByText('还能提醒 12 次')).toBeInTheDocument()
    expect(screen.getByText('加上了 10 次')).toBeInTheDocument()
  })

  it('counts added permissions for new orders, but not those of other templates', async () => {
    channels.templates = [
      { id: 'template-claims', events: ['claim'], permits: 0 },
      { id: 'template-new-order', events: ['new-order'], permits: 0 },
    ]
    permits = { 'template-claims': 10, 'template-new-order': 1 }
    await openAlerts()
    await press('再提醒我 10 次')
    expect(await screen.findByText('加上了 1 次')).toBeInTheDocument()
    expect(screen.getByText('还能提醒 1 次')).toBeInTheDocument()
    permits = { 'template-claims': 10 }
    await press('再提醒我 10 次')
    expect(await screen.findByText(/^没准许，就没加上/)).toBeInTheDocument()
  })

  it('says that nothing was permitted and what to do when WeChat did not ask, and sends nothing', async () => {
    channels.templates = [{ id: 'template-new-order', events: ['new-order'], permits: 0 }]
    await openAlerts()
    expect(screen.getByText('现在不会提醒')).toBeInTheDocument()
    await press('再提醒我 10 次')
    expect(await screen.findByText(/^没准许，就没加上。.*通知管理，打开再来。$/)).toBeInTheDocument()
    expect(sent('/api/me/permits')).toEqual([])
  })

  it('turns text messages on once the phone is confirmed, and off again', async () => {
    channels.sms = {}
    await openAlerts()
    await press('发验证码')
    expect(screen.getByText('写 11 位的手机号')).toBeInTheDocument()
    await userEvent.type(screen.getByLabelText('收短信的手机号'), '13800001234')
    await press('发验证码')
    await userEvent.type(await screen.findByLabelText('收到的六位数字'), '999999')
    await press('就用这个号')
    expect(await screen.findByText('这个号码不对，请再看一遍。')).toBeInTheDocument()
    await userEvent.clear(screen.getByLabelText('收到的六位数字'))
    await userEvent.type(screen.getByLabelText('收到的六位数字'), '123456')
    await press('就用这个号')
    expect(await screen.findByText('发到 138****1234')).toBeInTheDocument()
    await press('不发了')
    expect(await screen.findByLabelText('收短信的手机号')).toBeInTheDocument()
  })

  it('reports that the text messages of the month or of the day are used up', async () => {
    channels.sms = { phone: '138****1234', usedUp: true, dayUsedUp: true }
    const { unmount } = await openAlerts()
    expect(screen.getByText('发到 138****1234')).toBeInTheDocument()
    expect(screen.getByText(/^这个月的短信发完了/)).toBeInTheDocument()
    unmount()
    channels.sms = { phone: '138****1234', dayUsedUp: true }
    await openAlerts()
    expect(await screen.findByText(/^一天二十条，已经发完了/)).toBeInTheDocument()
  })

  it('stores quiet hours and reports when they could not be changed', async () => {
    await openAlerts()
    expect(screen.getByRole('radio', { name: '22:00 到 6:00' })).toBeChecked()
    await userEvent.click(screen.getByRole('radio', { name: '什么时候都提醒' }))
    await waitFor(() => expect(channels.quietHours).toEqual({ from: 0, until: 0 }))
    expect(await screen.findByRole('radio', { name: '什么时候都提醒' })).toBeChecked()
    isOffline = true
    await userEvent.click(screen.getByRole('radio', { name: '21:00 到 7:00' }))
    expect(await screen.findByText(/^没连上/)).toBeInTheDocument()
    expect(screen.getByRole('radio', { name: '什么时候都提醒' })).toBeChecked()
  })

  it('sends a test message and repeats the same request after a lost reply', async () => {
    isOffline = true
    await openAlerts()
    await press('发一条试试')
    await waitFor(() => expect(sent('/api/me/test-messages').length).toBeGreaterThan(0))
    isOffline = false
    await waitFor(() => expect(screen.getByRole('button', { name: '发一条试试' })).toBeEnabled())
    await press('发一条试试')
    expect(await screen.findByText('发了 2 条，一会儿就到')).toBeInTheDocument()
    const ids = sent('/api/me/test-messages').map(({ body }) => (body as { id: string }).id)
    expect(new Set(ids).size).toBe(1)
  })

  it('says where a test message is sent: nowhere yet, or only to the phone that was confirmed', async () => {
    testMessages = 0
    channels.sms = {}
    await openAlerts()
    await press('发一条试试')
    expect(await screen.findByText('还没有开着的提醒，先在上面开一样')).toBeInTheDocument()
    await userEvent.type(screen.getByLabelText('收短信的手机号'), '13800001234')
    await press('发验证码')
    await userEvent.type(await screen.findByLabelText('收到的六位数字'), '123456')
    await press('就用这个号')
    await screen.findByText('发到 138****1234')
    await press('发一条试试')
    expect(await screen.findByText(/^短信不用再试/)).toBeInTheDocument()
  })

  it('omits channels that this browser or this server does not support', async () => {
    browser.state = 'unsupported'
    delete channels.push
    await openAlerts()
    await act(async () => undefined)
    expect(screen.queryByText('关了网页也提醒')).toBeNull()
    expect(screen.queryByText('微信里提醒')).toBeNull()
  })

  it('offers a test message only where some channel can be turned on', async () => {
    const test = () => screen.queryByRole('button', { name: '发一条试试' })
    delete channels.push
    const { unmount } = await openAlerts()
    await act(async () => undefined)
    expect(test()).toBeNull()
    unmount()
    browser.state = 'unsupported'
    channels.push = { publicKey: 'key', browsers: [] }
    const second = await openAlerts()
    await act(async () => undefined)
    expect(test()).toBeNull()
    second.unmount()
    // another browser of hers receives it
    channels.push = { publicKey: 'key', browsers: ['other'] }
    await openAlerts()
    expect(await screen.findByRole('button', { name: '发一条试试' })).toBeInTheDocument()
  })
})

describe('NotifyMe', () => {
  it('turns messages of this browser on by one press', async () => {
    render(<NotifyMe />)
    await userEvent.click(await screen.findByRole('button', { name: '告诉我' }))
    expect(await screen.findByText('有动静会告诉您')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '告诉我' })).toBeNull()
  })

  it('turns messages off by another press, also without a network', async () => {
    render(<NotifyMe />)
    await userEvent.click(await screen.findByRole('button', { name: '告诉我' }))
    await userEvent.click(await screen.findByRole('button', { name: '不用了' }))
    expect(await screen.findByRole('button', { name: '告诉我' })).toBeEnabled()
    expect([browser.state, channels.push?.browsers]).toEqual(['off', []])
    await press('告诉我')
    await screen.findByRole('button', { name: '不用了' })
    isOffline = true
    await press('不用了')
    expect(await screen.findByRole('button', { name: '告诉我' })).toBeEnabled()
    expect(browser.state).toBe('off')
    expect(screen.queryByText('没开成，等会儿再点')).toBeNull()
  })

  it('uses WeChat in a mini-program for as many messages as were permitted', async () => {
    channels.templates = [{ id: 'template-progress', events: ['accepted', 'sent'], permits: 0 }]
    permits = { 'template-progress': 1 }
    render(<NotifyMe />)
    await userEvent.click(await screen.findByRole('button', { name: '告诉我' }))
    expect(await screen.findByText('有动静会告诉您，还能告诉 1 次')).toBeInTheDocument()
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('offers nothing where messages are not supported', async () => {
    browser.state = 'unsupported'
    render(<NotifyMe />)
    await waitFor(() => expect(sent('/api/me/channels')).toHaveLength(1))
    await act(async () => undefined)
    expect(screen.queryByRole('button')).toBeNull()
  })
})
