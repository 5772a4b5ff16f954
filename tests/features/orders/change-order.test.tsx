import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { addDays, dayOf } from '@/domain/day'
import type { Order } from '@/domain/order'
import type { ChangeRequest } from '@/domain/order-details'
import { SellerOrder } from '@/features/orders/seller-order'
import { slotWords } from '@/locales/day'
import OrderPage from '@/pages/orders/order'
import { type Answer, fakeTaro, type Request } from '../../support/taro'
import { order, orderId, problem, session, shopId, view } from './sample-orders'

// what it asks the server is not the subject here
jest.mock('@/features/notifications/tell-me', () => ({ TellMe: () => null }))

const today = dayOf(Date.now())
const tomorrow = { day: addDays(today, 1), part: 'day' } as const
const later = { day: addDays(today, 2), part: 'day' } as const

let shown: Order
let role: 'owner' | 'buyer'
let onChange: (request: Request) => Answer | null
const sent = () =>
  fakeTaro.requests.filter(({ path }) => path.endsWith('/details') || path.includes('/change-requests/'))

beforeEach(() => {
  fakeTaro.reset()
  shown = order({ slot: tomorrow })
  role = 'buyer'
  onChange = () => ({ status: 200, body: shown })
  fakeTaro.params({ shop: shopId, order: orderId })
  fakeTaro.answer((request) => {
    if (request.path === '/api/sessions') return session
    if (request.path.endsWith('/delivery-slots'))
      return {
        status: 200,
        body: { local: [tomorrow, later].map((slot) => ({ ...slot, isFull: slot === tomorrow })) },
      }
    if (request.path.endsWith('/details') || request.path.includes('/change-requests/'))
      return onChange(request)
    return { status: 200, body: { ...view(shown), role } }
  })
})

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const type = async (label: string, text: string) => {
  const field = screen.getByRole('textbox', { name: label })
  await userEvent.clear(field)
  await userEvent.type(field, text)
}

describe('the buyer of an order', () => {
  it('changes phone and day until the shop accepts it', async () => {
    onChange = () => ({ status: 200, body: order({ slot: later, detailsVersion: 1, changedAt: Date.now() }) })
    render(<OrderPage />)
    await press('改地址、电话或留言')
    await type('电话', '13900000002')
    await press('换个日子')
    await userEvent.click(screen.getByRole('radio', { name: new RegExp(slotWords(later, today)) }))
    await press('改好了')
    await waitFor(() => expect(sent()).toHaveLength(1))
    expect(sent()[0]).toMatchObject({
      method: 'PUT',
      body: { version: 0, receiver: { phone: '13900000002' }, slot: later },
    })
    expect(await screen.findByText(/改过$/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '改好了' })).toBeNull()
  })

  it('sends nothing that is not changed or cannot be used', async () => {
    render(<OrderPage />)
    await press('改地址、电话或留言')
    await press('改好了')
    expect(await screen.findByText('还没有改什么。')).toBeInTheDocument()
    await type('电话', '12')
    await press('改好了')
    expect(screen.getByText('电话要 11 位手机号，或者带区号的座机')).toBeInTheDocument()
    expect(sent()).toEqual([])
  })

  it('keeps what she typed without a network, and sees the order when it has changed', async () => {
    onChange = () => null
    render(<OrderPage />)
    await press('改地址、电话或留言')
    await type('留言', '放门口')
    await press('改好了')
    expect(await screen.findByText(/没连上，看看手机有没有网/)).toBeInTheDocument()
    onChange = () => problem(409, 'version-conflict', order({ detailsVersion: 1 }))
    await press('改好了')
    expect(await screen.findByText('这一单刚才变了，请看最新的再改。')).toBeInTheDocument()
    expect(screen.getByRole('textbox', { name: '留言' })).toHaveValue('放门口')
  })

  it('asks the shop once it has accepted, with the same id after a lost answer', async () => {
    shown = order({ state: 'accepted' })
    onChange = () => null
    render(<OrderPage />)
    await press('想改一改')
    await type('留言', '放门口')
    await press('发给店家')
    expect(await screen.findByText(/没连上，看看手机有没有网/)).toBeInTheDocument()
    const { receiver } = order()
    const request: ChangeRequest = { id: orderId, receiver, note: '放门口', state: 'asked', at: 1 }
    onChange = () => ({ status: 200, body: order({ state: 'accepted', changeRequest: request }) })
    await press('发给店家')
    expect(await screen.findByText('您想改成这样，等店家答复：')).toBeInTheDocument()
    expect(screen.getByText('留言：放门口')).toBeInTheDocument()
    expect(new Set(sent().map(({ path }) => path)).size).toBe(1)
    expect(screen.queryByRole('button', { name: '想改一改' })).toBeNull()
  })

  it('changes nothing once it is on its way', async () => {
    shown = order({ state: 'underway' })
    render(<OrderPage />)
    await screen.findByRole('button', { name: '我收到了' })
    expect(screen.queryByRole('button', { name: '想改一改' })).toBeNull()
  })
})

describe('the seller of an order', () => {
  const { receiver } = order()
  const request: ChangeRequest = {
    id: '01J0000000000000000000CHNG',
    state: 'asked',
    at: 1,
    receiver: { ...receiver, phone: '13900000002' },
    slot: later,
  }

  it.each([
    ['行，改了', 'accept'],
    ['改不了', 'decline'],
  ])('answers %s to what the buyer asks to change', async (name, answer) => {
    role = 'owner'
    shown = order({ state: 'accepted', slot: tomorrow, changeRequest: request })
    onChange = () => ({ status: 200, body: order({ state: 'accepted' }) })
    render(<SellerOrder shopId={shopId} orderId={orderId} />)
    const rows = ['电话：13900000002', `日子：${slotWords(later, today)}`]
    for (const row of rows) expect(await screen.findByText(row)).toBeInTheDocument()
    await press(name)
    await waitFor(() => expect(sent().map(({ body }) => body)).toEqual([{ answer }]))
    await waitFor(() => expect(screen.queryByText('买家想改成这样')).toBeNull())
  })

  it('reads why a day cannot be had, and can still decline', async () => {
    role = 'owner'
    shown = order({ state: 'accepted', changeRequest: request })
    onChange = () => problem(409, 'slot-full', { slots: [] })
    render(<SellerOrder shopId={shopId} orderId={orderId} />)
    await press('行，改了')
    expect(await screen.findByRole('alert')).toHaveTextContent('排满了')
    expect(screen.getByRole('button', { name: '改不了' })).toBeInTheDocument()
  })
})
