import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { AlertsScreen } from '@/features/notifications/alerts-screen'
import { NotifyMe } from '@/features/notifications/notify-me'
import type { Permits } from '@/platform/notifications/notifications-types'
import { fakeTaro, ok } from '../../support/components/taro'

/** The permits that the person grants at WeChat's request. */
let permits: Permits
jest.mock('@/platform/notifications/permits', () => ({ askPermits: async () => permits }))

/** The templates of the mini-program, with the permits that the server counts. */
let templates: { id: string; events: string[]; permits: number }[]

const add = ({ permits: added }: { permits: { templateId: string; count: number }[] }) => {
  for (const one of templates)
    one.permits += added.find(({ templateId }) => templateId === one.id)?.count ?? 0
}

beforeEach(() => {
  fakeTaro.reset()
  permits = {}
  fakeTaro.answerSignedIn(({ path, body }) => {
    if (path === '/api/me/permits') add(body as Parameters<typeof add>[0])
    const channels = { templates, quietHours: { from: 0, until: 0 } }
    return ok(JSON.parse(JSON.stringify(channels)))
  })
})

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))

describe('AlertsScreen with WeChat permissions', () => {
  it('names the message types without remaining permissions while others remain', async () => {
    templates = [
      { id: 'new-order', events: ['new-order'], permits: 8 },
      { id: 'claims', events: ['cancel-asked', 'claim'], permits: 0 },
    ]
    permits = { claims: 1 }
    render(<AlertsScreen pageSound={null} />)
    expect(await screen.findByText('还能提醒 8 次，想取消、东西有问题的提醒用完了')).toBeInTheDocument()
    await press('再提醒我 10 次')
    expect(await screen.findByText('还能提醒 8 次')).toBeInTheDocument()
  })

  it('names the message types without remaining permissions when those of new orders are used up', async () => {
    templates = [
      { id: 'new-order', events: ['new-order', 'expiring'], permits: 0 },
      { id: 'claims', events: ['claim'], permits: 3 },
    ]
    render(<AlertsScreen pageSound={null} />)
    expect(await screen.findByText('来单、快过时的提醒用完了')).toBeInTheDocument()
  })
})

describe('NotifyMe with WeChat permissions', () => {
  it('counts the permissions of all templates and offers more while one template has none', async () => {
    templates = [
      { id: 'progress', events: ['accepted', 'sent'], permits: 0 },
      { id: 'money', events: ['refunded'], permits: 0 },
    ]
    permits = { money: 2 }
    render(<NotifyMe />)
    await press('告诉我')
    expect(await screen.findByText('有动静会告诉您，还能告诉 2 次')).toBeInTheDocument()
    permits = { progress: 1 }
    await press('告诉我')
    expect(await screen.findByText('有动静会告诉您，还能告诉 3 次')).toBeInTheDocument()
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('shows an explanation while nothing is permitted', async () => {
    templates = [{ id: 'progress', events: ['accepted', 'sent'], permits: 0 }]
    render(<NotifyMe />)
    await press('告诉我')
    expect(await screen.findByText(/^没准许，就不会提醒/)).toBeInTheDocument()
    permits = { progress: 1 }
    await press('告诉我')
    expect(await screen.findByText('有动静会告诉您，还能告诉 1 次')).toBeInTheDocument()
    expect(screen.queryByText(/^没准许/)).toBeNull()
  })
})
