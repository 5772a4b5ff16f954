import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ChangeRequest } from '@/domain/order/order-details'
import { useReceiver } from '@/features/checkout/receiver/receiver-store'
import { SellerOrder } from '@/features/orders/seller/seller-order'
import { slotWords } from '@/locales/day'
import OrderPage from '@/pages/orders/order'
import { openMore, press, pressMore, shownRows } from '../order-page'
import { order, orderId, problem, sentSteps, shopId } from '../sample-orders'
import {
  field,
  later,
  openForm,
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

describe('OrderPage when the buyer changes the order', () => {
  it('changes phone and day until the shop accepts the order', async () => {
    server.onChange = () => ({
      status: 200,
      body: order({ slot: later, detailsVersion: 1, changedAt: Date.now() }),
    })
    await openForm()
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

  it('sends no unchanged or invalid form', async () => {
    await openForm()
    await press('改好了')
    expect(await screen.findByText('还没有改什么。')).toBeInTheDocument()
    await type('电话', '12')
    await press('改好了')
    expect(screen.getByText('电话要 11 位手机号，或者带区号的座机')).toBeInTheDocument()
    expect(sent()).toEqual([])
  })

  it('keeps the typed text without a network, and shows an order that has changed meanwhile', async () => {
    server.onChange = () => null
    await openForm()
    await type('留言', '放门口')
    await press('改好了')
    expect(await screen.findByText(/没连上，看看手机有没有网/)).toBeInTheDocument()
    server.onChange = () => problem(409, 'version-conflict', order({ detailsVersion: 1 }))
    await press('改好了')
    expect(await screen.findByText('这一单刚才变了，请看最新的再改。')).toBeInTheDocument()
    expect(field('留言')).toHaveValue('放门口')
  })

  it('sends a request to the shop once the order is accepted, with the same id after a lost reply', async () => {
    server.shown = order({ state: 'accepted' })
    server.onChange = () => null
    render(<OrderPage />)
    await pressMore('想改一改')
    await type('留言', '放门口')
    await press('发给店家')
    expect(await screen.findByText(/没连上，看看手机有没有网/)).toBeInTheDocument()
    const { receiver } = order()
    const request: ChangeRequest = { id: orderId, receiver, note: '放门口', state: 'asked', at: 1 }
    server.onChange = () => ({ status: 200, body: order({ state: 'accepted', changeRequest: request }) })
    await press('发给店家')
    expect(await screen.findByText('您想改成这样，等店家答复：')).toBeInTheDocument()
    expect(screen.getByText('留言：放门口')).toBeInTheDocument()
    expect(new Set(sent().map(({ path }) => path)).size).toBe(1)
    await openMore()
    expect(shownRows()).not.toContain('想改一改')
  })

  it('offers no change once the order is under way, and shows that the request was declined', async () => {
    const { receiver } = order()
    const changeRequest: ChangeRequest = { id: orderId, receiver, note: '放门口', state: 'declined', at: 1 }
    server.shown = order({ state: 'underway', changeRequest })
    render(<OrderPage />)
    await screen.findByRole('button', { name: '我收到了' })
    await openMore()
    expect(shownRows()).not.toContain('想改一改')
    expect(screen.getByText(/店家说改不了，还照原来的/)).toBeInTheDocument()
  })
})

describe('open change request of a buyer', () => {
  const asked: ChangeRequest = {
    id: '01J0000000000000000000CHNG',
    receiver: order().receiver,
    note: '放门口',
    state: 'asked',
    at: 1,
  }
  const withRequest = (changeRequest: ChangeRequest) => order({ state: 'accepted', changeRequest })
  const withdrawn = () => withRequest({ ...asked, state: 'withdrawn' })

  it('is withdrawn, with a retry after a lost answer', async () => {
    server.shown = withRequest(asked)
    server.onChange = () => null
    render(<OrderPage />)
    await press('不改了')
    expect(await screen.findByRole('alert')).toHaveTextContent('没连上，看看手机有没有网')
    server.onChange = () => ({ status: 200, body: withdrawn() })
    await press('不改了')
    expect(await screen.findByText('您说不改了，还照原来的。')).toBeInTheDocument()
    expect(screen.queryByText('留言：放门口')).toBeNull()
    await openMore()
    expect(shownRows()).toContain('想改一改')
    const path = `/api/shops/${shopId}/orders/${orderId}/change-requests/${asked.id}`
    expect(sent().map((request) => [request.method, request.path])).toEqual([
      ['DELETE', path],
      ['DELETE', path],
    ])
  })

  it('shows the answer of the shop when it came first', async () => {
    server.shown = withRequest(asked)
    server.onChange = () => problem(409, 'not-allowed-now', withRequest({ ...asked, state: 'accepted' }))
    render(<OrderPage />)
    await press('不改了')
    expect(await screen.findByText('店家按您说的改了。')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '不改了' })).toBeNull()
  })

  it('closes the form after a lost reply, and can be sent again once it is withdrawn', async () => {
    server.shown = order({ state: 'accepted' })
    server.onChange = () => null
    render(<OrderPage />)
    const ask = async () => {
      await pressMore('想改一改')
      await type('留言', '放门口')
      await press('发给店家')
    }
    await ask()
    expect(await screen.findByText(/没连上，看看手机有没有网/)).toBeInTheDocument()
    server.shown = withRequest(asked)
    await readAgain()
    expect(await screen.findByText('留言：放门口')).toBeInTheDocument()
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    server.onChange = () => ({ status: 200, body: withdrawn() })
    await press('不改了')
    await screen.findByText('您说不改了，还照原来的。')
    expect(screen.queryByRole('dialog')).toBeNull()
    server.onChange = () => ({ status: 200, body: withRequest({ ...asked, id: orderId }) })
    await ask()
    expect(await screen.findByText('您想改成这样，等店家答复：')).toBeInTheDocument()
    const puts = sent().filter(({ method }) => method === 'PUT')
    expect(puts).toHaveLength(2)
    expect(puts[0]?.path).not.toBe(puts[1]?.path)
  })
})

describe('receiver stored for the next order', () => {
  const { receiver } = order()
  const stored = { name: '收货人乙', phone: '139 0000 1234', address: '成县沙坝镇下街 18 号' }
  const phone = '13900000002'
  const storedNow = () => useReceiver.getState().receiver

  const changePhone = async () => {
    await openForm()
    await type('电话', phone)
    await press('改好了')
    await waitFor(() => expect(screen.queryByRole('button', { name: '改好了' })).toBeNull())
  }

  it('gets the corrected field if it equals the receiver before the change', async () => {
    useReceiver.setState({ receiver: stored })
    const body = order({ receiver: { ...receiver, phone }, detailsVersion: 1 })
    server.onChange = () => ({ status: 200, body })
    await changePhone()
    expect(storedNow()).toEqual({ ...stored, phone })
  })

  it('stays unchanged when it belongs to another person', async () => {
    const other = { ...stored, phone: '13800005678' }
    useReceiver.setState({ receiver: other })
    await changePhone()
    expect(storedNow()).toEqual(other)
  })

  it('follows a change request, and is restored when the request is withdrawn', async () => {
    useReceiver.setState({ receiver: stored })
    server.shown = order({ state: 'accepted' })
    const request = { id: orderId, receiver: { ...receiver, phone }, at: 1 }
    const withState = (state: ChangeRequest['state']) => ({
      status: 200,
      body: order({ state: 'accepted', changeRequest: { ...request, state } }),
    })
    server.onChange = () => withState('asked')
    render(<OrderPage />)
    await pressMore('想改一改')
    await type('电话', phone)
    await press('发给店家')
    await screen.findByText(`电话：${phone}`)
    expect(storedNow()).toEqual({ ...stored, phone })
    server.onChange = () => withState('withdrawn')
    await press('不改了')
    await screen.findByText('您说不改了，还照原来的。')
    expect(storedNow()).toEqual({ ...stored, phone: '13900001234' })
  })
})

describe('SellerOrder with a change request', () => {
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
  ])('answers the change request of the buyer by %s', async (name, answer) => {
    server.role = 'owner'
    server.shown = order({ state: 'accepted', slot: tomorrow, changeRequest: request })
    server.onChange = () => ({ status: 200, body: order({ state: 'accepted' }) })
    render(<SellerOrder shopId={shopId} orderId={orderId} />)
    const rows = ['电话：13900000002', `日子：${slotWords(later, today)}`]
    for (const row of rows) expect(await screen.findByText(row)).toBeInTheDocument()
    await press(name)
    await waitFor(() => expect(sent().map(({ body }) => body)).toEqual([{ answer }]))
    await waitFor(() => expect(screen.queryByText('买家想改成这样')).toBeNull())
  })

  it.each([
    ['slot-full', '先到“店铺”的“日子”里把“最多几单”改多些'],
    ['slot-gone', '这个日子已经过了'],
  ])('shows why a day is not available (%s), and can still decline', async (code, text) => {
    server.role = 'owner'
    server.shown = order({ state: 'accepted', changeRequest: request })
    server.onChange = () => problem(409, code)
    render(<SellerOrder shopId={shopId} orderId={orderId} />)
    await press('行，改了')
    expect(await screen.findByRole('alert')).toHaveTextContent(text)
    expect(screen.getByRole('button', { name: '改不了' })).toBeInTheDocument()
  })

  it('reports that the buyer has withdrawn the request before the answer', async () => {
    server.role = 'owner'
    server.shown = order({ state: 'accepted', changeRequest: request })
    const withdrawn = order({ state: 'accepted', changeRequest: { ...request, state: 'withdrawn' } })
    server.onChange = () => problem(409, 'not-allowed-now', withdrawn)
    render(<SellerOrder shopId={shopId} orderId={orderId} />)
    await press('行，改了')
    expect(await screen.findByRole('alert')).toHaveTextContent('买家刚才说不改了，还照原来的。')
    expect(screen.queryByRole('button', { name: '行，改了' })).toBeNull()
  })

  it('asks for confirmation before the order is sent unchanged', async () => {
    server.role = 'owner'
    server.shown = order({ state: 'accepted', changeRequest: request })
    render(<SellerOrder shopId={shopId} orderId={orderId} />)
    await press('出门送')
    const sheet = within(await screen.findByRole('dialog'))
    expect(sheet.getByText('电话：13900000002')).toBeInTheDocument()
    expect(sentSteps()).toEqual([])
    await userEvent.click(sheet.getByRole('button', { name: '照原来的办' }))
    await waitFor(() => expect(sentSteps()).toMatchObject([{ action: 'send', declines: request.id }]))
  })
})
