import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { addDays, dayOf } from '@/domain/day'
import type { OfferedSlot } from '@/domain/delivery-slot'
import type { Order } from '@/domain/order'
import type { ChangeRequest } from '@/domain/order-details'
import { SellerOrder } from '@/features/orders/seller-order'
import { slotWords } from '@/locales/day'
import OrderPage from '@/pages/orders/order'
import { type Answer, fakeTaro, type Request } from '../../support/taro'
import { order, orderId, problem, sentSteps, session, shopId, view } from './sample-orders'

// what it asks the server is not the subject here
jest.mock('@/features/notifications/tell-me', () => ({ TellMe: () => null }))

const today = dayOf(Date.now())
const tomorrow = { day: addDays(today, 1), part: 'day' } as const
const later = { day: addDays(today, 2), part: 'day' } as const

let shown: Order
let role: 'owner' | 'buyer'
let hasSlots: boolean
let slots: OfferedSlot[]
let onChange: (request: Request) => Answer | null
const sent = () =>
  fakeTaro.requests.filter(({ path }) => path.endsWith('/details') || path.includes('/change-requests/'))

beforeEach(() => {
  fakeTaro.reset()
  shown = order({ slot: tomorrow })
  role = 'buyer'
  hasSlots = true
  slots = [tomorrow, later].map((slot) => ({ ...slot, isFull: slot === tomorrow }))
  onChange = () => ({ status: 200, body: shown })
  fakeTaro.params({ shop: shopId, order: orderId })
  fakeTaro.answer((request) => {
    if (request.path === '/api/sessions') return session
    if (request.path.endsWith('/steps')) return { status: 200, body: { ...shown, state: 'underway' } }
    if (request.path.endsWith('/delivery-slots')) return { status: 200, body: { local: slots } }
    if (request.path.endsWith('/details') || request.path.includes('/change-requests/'))
      return onChange(request)
    const { shop, ...shownView } = view(shown, role)
    return { status: 200, body: { ...shownView, shop: { ...shop, hasSlots } } }
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
    await press('改地址、电话、日子或留言')
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
    await press('改地址、电话、日子或留言')
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
    await press('改地址、电话、日子或留言')
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

  it('changes nothing once it is on its way, and sees that her request was declined', async () => {
    const { receiver } = order()
    const changeRequest: ChangeRequest = { id: orderId, receiver, note: '放门口', state: 'declined', at: 1 }
    shown = order({ state: 'underway', changeRequest })
    render(<OrderPage />)
    await screen.findByRole('button', { name: '我收到了' })
    expect(screen.queryByRole('button', { name: '想改一改' })).toBeNull()
    expect(screen.getByText(/店家说改不了，还照原来的/)).toBeInTheDocument()
  })
})

describe('the form of a change', () => {
  it.each([
    ['改地址、电话、日子或留言', 'local', true],
    ['改地址、电话或留言', 'courier', false],
    ['改电话、日子或留言', 'pickup', true],
    ['改电话或留言', 'pickup', false],
  ] as const)('is opened by %s, by what it contains', async (name, fulfilment, offers) => {
    shown = order({ fulfilment })
    hasSlots = offers
    render(<OrderPage />)
    expect(await screen.findByRole('button', { name })).toBeInTheDocument()
  })

  it('offers the free days of an order that was placed before there were any, without an alarm', async () => {
    shown = order()
    onChange = () => ({ status: 200, body: order({ slot: later, detailsVersion: 1 }) })
    render(<OrderPage />)
    await press('改地址、电话、日子或留言')
    await press('选个日子')
    expect(screen.queryByText(/这几天都排满了/)).toBeNull()
    await userEvent.click(screen.getByRole('radio', { name: new RegExp(slotWords(later, today)) }))
    await press('改好了')
    await waitFor(() => expect(sent()[0]).toMatchObject({ body: { slot: later } }))
  })

  it('says so when all days are full', async () => {
    shown = order()
    slots = [{ ...tomorrow, isFull: true }]
    render(<OrderPage />)
    await press('改地址、电话、日子或留言')
    expect(await screen.findByText(/这几天都排满了/)).toBeInTheDocument()
  })

  it('says another thing when there is no day to choose', async () => {
    shown = order()
    slots = []
    render(<OrderPage />)
    await press('改地址、电话、日子或留言')
    expect(await screen.findByText(/现在没有能选的日子/)).toBeInTheDocument()
    expect(screen.queryByText(/排满了/)).toBeNull()
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

  it.each([
    ['slot-full', '先到“店铺”里把“最多几单”改多些'],
    ['slot-gone', '这个日子已经过了'],
  ])('reads why a day cannot be had (%s), and can still decline', async (code, text) => {
    role = 'owner'
    shown = order({ state: 'accepted', changeRequest: request })
    onChange = () => problem(409, code)
    render(<SellerOrder shopId={shopId} orderId={orderId} />)
    await press('行，改了')
    expect(await screen.findByRole('alert')).toHaveTextContent(text)
    expect(screen.getByRole('button', { name: '改不了' })).toBeInTheDocument()
  })

  it('is asked before the order is sent as it was', async () => {
    role = 'owner'
    shown = order({ state: 'accepted', changeRequest: request })
    render(<SellerOrder shopId={shopId} orderId={orderId} />)
    await press('出门送')
    const sheet = within(await screen.findByRole('dialog'))
    expect(sheet.getByText('电话：13900000002')).toBeInTheDocument()
    expect(sentSteps()).toEqual([])
    await userEvent.click(sheet.getByRole('button', { name: '照原来的办' }))
    await waitFor(() => expect(sentSteps()).toMatchObject([{ action: 'send', declines: request.id }]))
  })
})
