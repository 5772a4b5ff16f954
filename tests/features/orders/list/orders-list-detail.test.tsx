import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Order } from '@/domain/order/order'
import { usePrintJob } from '@/features/orders/print/print-job'
import { findOrdersWords } from '@/locales/order/find-orders'
import { orderLimitsWords } from '@/locales/order/order-limits'
import { ordersWords } from '@/locales/order/orders'
import { printOrdersWords } from '@/locales/order/print-orders'
import { sellerOrdersWords } from '@/locales/order/seller-orders'
import { useShortcutPreference } from '@/platform/storage/shortcut-preference'
import { fakeTaro, navigation, ok } from '../../../support/components/taro'
import { setWindowWidth } from '../../../support/components/window-width'
import { pressMore } from '../order-page'
import { order, sentSteps, shopId, view } from '../sample-orders'
import { Panel } from './listed-orders'

let orders: Order[]
/** The cursor of a further page of the list. */
let next: string | undefined

const withId = (at: number) => `01J000000000000000000RDER${at}`

beforeEach(() => {
  fakeTaro.reset()
  useShortcutPreference.setState({ isOff: false })
  setWindowWidth(1280)
  next = undefined
  orders = [1, 2].map((at) => order({ id: withId(at), number: at }))
  fakeTaro.answerSignedIn(({ path, method }) => {
    const at = orders.findIndex(({ id }) => path.includes(id))
    const shown = orders[at]
    if (!shown) return ok({ items: orders, ...(next === undefined ? {} : { next }) })
    if (method === 'GET') return ok(view(shown, 'owner'))
    const changed = { ...shown, state: shown.state === 'placed' ? 'accepted' : 'underway' } as Order
    orders[at] = changed
    return ok(changed)
  })
})

afterEach(() => setWindowWidth(390))

const pane = () => screen.getByRole('region', { name: sellerOrdersWords.beside.label })
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key })
const seeOpened = (number: number) =>
  within(pane()).findByRole('heading', { name: `第 ${number} 单`, level: 2 })

/** Waits until the step is sent that a key may have begun. */
const untilSent = () => act(() => new Promise<void>((resolve) => setTimeout(resolve)))

describe('OrdersPanel in a wide window', () => {
  it('shows the chosen order beside the list and moves the focus to it', async () => {
    render(<Panel first="placed" arrived={undefined} />)
    expect(await within(pane()).findByText(sellerOrdersWords.beside.none)).toBeInTheDocument()
    const [card] = await screen.findAllByRole('link')
    await userEvent.click(card as HTMLElement)
    expect(await seeOpened(1)).toHaveFocus()
    expect(card).toHaveAttribute('aria-current', 'true')
    expect(fakeTaro.navigations).toEqual([])
  })

  it('opens an order on its own page in a narrow window', async () => {
    setWindowWidth(390)
    render(<Panel first="placed" arrived={undefined} />)
    const [card] = await screen.findAllByRole('link')
    await userEvent.click(card as HTMLElement)
    expect(fakeTaro.navigations.map(({ url }) => url)).toEqual([expect.stringContaining(withId(1))])
    press('j')
    expect(screen.queryByRole('region')).toBeNull()
  })

  it('shows a step in the list that was taken beside it, and the other way round', async () => {
    render(<Panel first="placed" arrived={undefined} />)
    press('j')
    await userEvent.click((await screen.findAllByRole('link'))[0] as HTMLElement)
    await seeOpened(1)
    await userEvent.click(await within(pane()).findByRole('button', { name: '接单' }))
    await waitFor(() => expect(screen.getAllByRole('button', { name: '出门送' })).toHaveLength(2))
    const [inList] = screen.getAllByRole('button', { name: '出门送' })
    await waitFor(() => expect(inList).not.toHaveAttribute('aria-disabled'), { timeout: 5000 })
    await userEvent.click(inList as HTMLElement)
    await waitFor(() => expect(screen.queryAllByRole('button', { name: '出门送' })).toHaveLength(0))
    expect(sentSteps().map(({ action }) => action)).toEqual(['accept', 'send'])
  })

  it('opens the page that prints the order beside the list', async () => {
    render(<Panel first="placed" arrived={undefined} />)
    await userEvent.click((await screen.findAllByRole('link'))[0] as HTMLElement)
    await seeOpened(1)
    await pressMore(printOrdersWords.open, within(pane()))
    await waitFor(() =>
      expect(fakeTaro.navigations).toEqual([navigation(`/pages/books/print?shop=${shopId}`)]),
    )
    expect(usePrintJob.getState().orders).toMatchObject([{ id: withId(1) }])
  })

  it('moves through the list by J and K and takes the next step once by A', async () => {
    render(<Panel first="placed" arrived={undefined} />)
    await screen.findAllByRole('link')
    press('J')
    await seeOpened(1)
    press('j')
    await seeOpened(2)
    press('j')
    await seeOpened(2)
    press('k')
    await seeOpened(1)
    await waitFor(() => {
      press('a')
      expect(sentSteps()).toHaveLength(1)
    })
    press('a')
    await waitFor(() => expect(screen.getAllByRole('button', { name: '出门送' })).not.toHaveLength(0))
    press('a')
    await untilSent()
    expect(sentSteps().map(({ action }) => action)).toEqual(['accept'])
  })

  it('loads the next page when J comes near the end of the list', async () => {
    render(<Panel first="placed" arrived={undefined} />)
    await screen.findAllByRole('link')
    next = 'second'
    press('r')
    await screen.findByRole('button', { name: sellerOrdersWords.moreLater })
    press('j')
    await waitFor(() =>
      expect(fakeTaro.requests.map(({ path }) => path)).toContainEqual(
        expect.stringContaining('cursor=second'),
      ),
    )
  })

  it('asks for confirmation on A before it sends an order whose buyer requests a change', async () => {
    const { receiver } = order()
    const changeRequest = { id: '01J0000000000000000000CHNG', state: 'asked', at: 1, receiver } as const
    orders = [order({ id: withId(1), number: 1, state: 'accepted', note: '早上送', changeRequest })]
    render(<Panel first="placed" arrived={undefined} />)
    await screen.findAllByRole('link')
    press('j')
    await seeOpened(1)
    await waitFor(() => {
      press('a')
      expect(screen.getByRole('dialog')).toBeInTheDocument()
    })
    const sheet = within(screen.getByRole('dialog'))
    expect(sheet.getByText('留言：不要了')).toBeInTheDocument()
    expect(sentSteps()).toEqual([])
    await userEvent.click(sheet.getByRole('button', { name: '照原来的办' }))
    await waitFor(() => expect(sentSteps()).toMatchObject([{ action: 'send', declines: changeRequest.id }]))
  })

  it('does not undo a step by A', async () => {
    orders = [
      order({
        ...{ id: withId(1), number: 1, state: 'done', undoableStep: 'finish' },
        payment: { method: 'on-delivery', state: 'paid' },
      }),
    ]
    render(<Panel first="placed" arrived={undefined} />)
    await screen.findAllByRole('link')
    jest.useFakeTimers()
    press('j')
    await seeOpened(1)
    const more = await within(pane()).findByRole('button', { name: ordersWords.further })
    // A does nothing within a second of a change of the next step
    act(() => jest.advanceTimersByTime(2000))
    jest.useRealTimers()
    expect(more).not.toHaveAttribute('aria-disabled')
    press('a')
    await untilSent()
    expect(sentSteps()).toEqual([])
    await pressMore('点错了，撤回', within(pane()))
    await waitFor(() => expect(sentSteps().map(({ action }) => action)).toEqual(['undo-finish']))
  })

  it('opens the search by / and selects several orders by X', async () => {
    render(<Panel first="placed" arrived={undefined} />)
    await screen.findAllByRole('link')
    press('/')
    const field = await screen.findByLabelText(findOrdersWords.label)
    expect(field).toHaveFocus()
    // letters typed into the field are its text
    press('x')
    expect(screen.queryByText(orderLimitsWords.select.end)).toBeNull()
    act(() => field.blur())
    press('x')
    expect(await screen.findByText(orderLimitsWords.select.end)).toBeInTheDocument()
    press('x')
    await waitFor(() => expect(screen.queryByText(orderLimitsWords.select.end)).toBeNull())
  })

  it.each([
    ['with Ctrl', { ctrlKey: true }],
    ['while it is held', { repeat: true }],
    ['of an input method', { isComposing: true }],
  ])('ignores a key %s', async (_when, more) => {
    render(<Panel first="placed" arrived={undefined} />)
    await screen.findAllByRole('link')
    fireEvent.keyDown(document.body, { key: 'j', ...more })
    expect(within(pane()).getByText(sellerOrdersWords.beside.none)).toBeInTheDocument()
  })

  it('reacts to no key once shortcuts are turned off, or while another tab is shown', async () => {
    const { rerender } = render(<Panel first="placed" arrived={undefined} active={false} />)
    await screen.findAllByRole('link')
    press('j')
    rerender(<Panel first="placed" arrived={undefined} />)
    expect(within(pane()).getByText(sellerOrdersWords.beside.noneText)).toBeInTheDocument()
    act(() => useShortcutPreference.getState().toggle())
    expect(within(pane()).queryByText(sellerOrdersWords.beside.noneText)).toBeNull()
    press('j')
    expect(within(pane()).getByText(sellerOrdersWords.beside.none)).toBeInTheDocument()
  })
})
