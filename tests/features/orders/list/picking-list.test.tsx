import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Order } from '@/domain/order/order'
import type { OrderFilter } from '@/features/orders/list/order-filter'
import { OrdersPanel } from '@/features/orders/list/orders-panel'
import { type Answer, fakeTaro } from '../../../support/components/taro'
import { order, session, shopId } from '../sample-orders'

const listed = (number: number, more: Partial<Order> = {}) =>
  order({ id: `order ${number}`, number, state: 'accepted', ...more })
const items = [listed(1), listed(2, { fulfilment: 'courier' })]

let copied: string

beforeEach(() => {
  fakeTaro.reset()
  copied = ''
  const writeText = async (text: string) => {
    copied = text
  }
  Object.assign(navigator, { clipboard: { writeText } })
  fakeTaro.answer(({ path }) => (path === '/api/sessions' ? session : { status: 200, body: { items } }))
})

const show = (filter: OrderFilter = 'accepted') =>
  render(
    <OrdersPanel
      shopId={shopId}
      filter={filter}
      onFilter={() => undefined}
      counts={{}}
      active
      arrived={1}
      onOrderChanged={() => undefined}
    />,
  )
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const sheet = () => within(screen.getByRole('dialog'))

describe('picking list of a filter', () => {
  it('contains all orders of the filter after loading the rest', async () => {
    let answerSecond: (page: Answer | null) => void = () => undefined
    fakeTaro.answer(({ path }) => {
      if (path === '/api/sessions') return session
      if (!path.includes('cursor=')) return { status: 200, body: { items: items.slice(0, 1), next: 'c' } }
      return new Promise((resolve) => {
        answerSecond = resolve
      })
    })
    show()
    await press('要备的货')
    expect(sheet().getByRole('status')).toHaveTextContent('还在读后面的单……')
    expect(sheet().queryByText('送上门，1 单')).toBeNull()
    await act(async () => answerSecond(null))
    expect(await sheet().findByText('没连上')).toBeInTheDocument()
    await userEvent.click(sheet().getByRole('button', { name: '再试一次' }))
    await act(async () => answerSecond({ status: 200, body: { items: items.slice(1) } }))
    expect(await sheet().findByText('送上门，1 单')).toBeInTheDocument()
    expect(sheet().getByText('快递，1 单')).toBeInTheDocument()
  })

  it('contains the first 500 orders of a longer list, with a notice', async () => {
    fakeTaro.answer(({ path }) => {
      if (path === '/api/sessions') return session
      const from = Number(new URLSearchParams(path.split('?')[1]).get('cursor') ?? 0)
      const page = Array.from({ length: 250 }, (_, at) => listed(from + at + 1))
      return { status: 200, body: { items: page, next: String(from + 250) } }
    })
    show()
    await press('要备的货')
    expect(await sheet().findByText('送上门，500 单')).toBeInTheDocument()
    expect(sheet().getByText('单太多，只算了前 500 单。')).toBeInTheDocument()
    await userEvent.click(sheet().getByRole('button', { name: '抄下来' }))
    await waitFor(() => expect(copied).toMatch(/单太多，只算了前 500 单。$/))
  })

  it('says that nothing has to be packed', async () => {
    const unpaid = { method: 'wechat', state: 'pending' } as const
    fakeTaro.answer(({ path }) =>
      path === '/api/sessions' ? session : { status: 200, body: { items: [listed(1, { payment: unpaid })] } },
    )
    show('placed')
    await press('要备的货')
    expect(sheet().getByText('没有要备的货。')).toBeInTheDocument()
    expect(sheet().getByText('有 1 单没算进来：1 单还没在网上付钱。')).toBeInTheDocument()
    expect(sheet().queryByRole('button', { name: '抄下来' })).toBeNull()
  })

  it.each(['all', 'underway', 'done', 'cancelled'] as const)(
    'is not offered for the filter %s',
    async (filter) => {
      show(filter)
      await screen.findByRole('button', { name: '选几单一起办' })
      expect(screen.queryByRole('button', { name: '要备的货' })).toBeNull()
    },
  )
})
