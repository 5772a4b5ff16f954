import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { slotWords } from '@/locales/day'
import OrderPage from '@/pages/orders/order'
import { openMore, press, shownRows } from '../order-page'
import { order } from '../sample-orders'
import {
  field,
  later,
  OPEN,
  openForm,
  paste,
  readAgain,
  resetChanges,
  sent,
  server,
  today,
  tomorrow,
  type,
} from './change-order-setup'

// the requests of NotifyMe are not tested here
jest.mock('@/features/notifications/notify-me', () => ({ NotifyMe: () => null }))

beforeEach(resetChanges)

const changed = (note: string, detailsVersion = 1) =>
  order({ slot: tomorrow, note, detailsVersion, changedAt: Date.now() })

describe('change form of an order', () => {
  it.each([
    [OPEN, 'local', true],
    ['改地址、电话或留言', 'courier', false],
    ['改电话、日子或留言', 'pickup', true],
    ['改电话或留言', 'pickup', false],
  ] as const)('is opened by %s, named by the fields that it contains', async (name, fulfilment, offers) => {
    server.shown = order({ fulfilment })
    server.hasSlots = offers
    render(<OrderPage />)
    await openMore()
    expect(shownRows()).toContain(name)
  })

  it('reports a name, address and note that are too long instead of cutting them', async () => {
    await openForm()
    const long = [
      ['姓名', '王'.repeat(21), '请填姓名，最多 20 个字'],
      ['地址', '成'.repeat(121), '地址要写到村或门牌，最多 120 个字'],
      ['留言', '放'.repeat(201), '最多 200 个字，请删短一点'],
    ] as const
    for (const [label, text] of long) await paste(label, text)
    await press('改好了')
    for (const [label, text, fault] of long) {
      expect(field(label)).toHaveValue(text)
      expect(field(label)).toHaveAccessibleDescription(fault)
    }
    expect(sent()).toEqual([])
  })

  it('sends a long address on one line', async () => {
    await openForm()
    const place = '成县沙坝镇'.repeat(20)
    await paste('地址', `${place}\n 下街 18 号\n`)
    await press('改好了')
    await waitFor(() => expect(sent()).toHaveLength(1))
    expect(sent()[0]).toMatchObject({ body: { receiver: { address: `${place} 下街 18 号` } } })
  })
})

describe('day choice in the change form of an order', () => {
  it('offers the free days for an order placed before the shop had any', async () => {
    server.shown = order()
    server.onChange = () => ({ status: 200, body: order({ slot: later, detailsVersion: 1 }) })
    await openForm()
    await press('选个日子')
    expect(screen.queryByText(/这几天都排满了/)).toBeNull()
    await userEvent.click(screen.getByRole('radio', { name: new RegExp(slotWords(later, today)) }))
    await press('改好了')
    await waitFor(() => expect(sent()[0]).toMatchObject({ body: { slot: later } }))
  })

  it('reports that all days are full', async () => {
    server.shown = order()
    server.slots = [{ ...tomorrow, isFull: true }]
    await openForm()
    expect(await screen.findByText(/这几天都排满了/)).toBeInTheDocument()
  })

  it('reports that there is no day to choose', async () => {
    server.shown = order()
    server.slots = []
    await openForm()
    expect(await screen.findByText(/现在没有能选的日子/)).toBeInTheDocument()
    expect(screen.queryByText(/排满了/)).toBeNull()
  })

  it('offers to reload days that could not be loaded', async () => {
    server.slots = null
    await openForm()
    const again = await screen.findByRole('button', { name: '再试一次' })
    expect(field('电话')).toBeInTheDocument()
    server.slots = [tomorrow, later].map((slot) => ({ ...slot, isFull: false }))
    await userEvent.click(again)
    expect(await screen.findByRole('button', { name: '换个日子' })).toBeInTheDocument()
  })
})

describe('change form of an order after a lost reply', () => {
  async function loseAnswer() {
    server.onChange = () => null
    await openForm()
    await type('留言', '放门口')
    await press('改好了')
    expect(await screen.findByText(/没连上，看看手机有没有网/)).toBeInTheDocument()
  }

  it('closes once the order shows the saved change', async () => {
    await loseAnswer()
    server.shown = changed('放门口')
    await readAgain()
    await waitFor(() => expect(screen.queryByRole('button', { name: '改好了' })).toBeNull())
    expect(screen.getByText(/改过$/)).toBeInTheDocument()
    expect(sent()).toHaveLength(1)
  })

  it('stays open while the order is unchanged, or other text was typed', async () => {
    await loseAnswer()
    await readAgain()
    expect(field('留言')).toHaveValue('放门口')
    await userEvent.type(field('留言'), '吧')
    server.shown = changed('放门口')
    await readAgain()
    expect(await screen.findByText(/改过$/)).toBeInTheDocument()
    expect(field('留言')).toHaveValue('放门口吧')
    server.onChange = () => ({ status: 200, body: changed('放门口吧', 2) })
    await press('改好了')
    await waitFor(() => expect(sent()).toHaveLength(2))
    expect(sent()[1]).toMatchObject({ body: { version: 1, note: '放门口吧' } })
  })
})
