import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Order } from '@/domain/order/order'
import { type Answer, fakeTaro, ok } from '../../../support/components/taro'
import { order } from '../sample-orders'
import { answerWithOrders, list, Panel } from './listed-orders'

const listed = (number: number, more: Partial<Order> = {}) =>
  order({ id: `order ${number}`, number, state: 'accepted', ...more })
const items = [listed(1), listed(2, { fulfilment: 'courier' })]

beforeEach(() => {
  answerWithOrders()
  list.items = items
})

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const pick = async () => {
  await press('更多')
  await press('要备的货')
}
const sheet = () => within(screen.getByRole('dialog'))

describe('picking list of a filter', () => {
  it('contains all orders of the filter after loading the rest', async () => {
    let answerSecond: (page: Answer | null) => void = () => undefined
    fakeTaro.answerSignedIn(({ path }) => {
      if (!path.includes('cursor=')) return ok({ items: items.slice(0, 1), next: 'c' })
      return new Promise((resolve) => {
        answerSecond = resolve
      })
    })
    render(<Panel />)
    await pick()
    expect(sheet().getByRole('status')).toHaveTextContent('还在读后面的单……')
    expect(sheet().queryByText('送上门，1 单')).toBeNull()
    await act(async () => answerSecond(null))
    expect(await sheet().findByText('没连上')).toBeInTheDocument()
    await userEvent.click(sheet().getByRole('button', { name: '再试一次' }))
    await act(async () => answerSecond(ok({ items: items.slice(1) })))
    expect(await sheet().findByText('送上门，1 单')).toBeInTheDocument()
    expect(sheet().getByText('快递，1 单')).toBeInTheDocument()
  })

  it('contains the first 500 orders of a longer list, with a notice', async () => {
    fakeTaro.answerSignedIn(({ path }) => {
      const from = Number(new URLSearchParams(path.split('?')[1]).get('cursor') ?? 0)
      const page = Array.from({ length: 250 }, (_, at) => listed(from + at + 1))
      return ok({ items: page, next: String(from + 250) })
    })
    render(<Panel />)
    await pick()
    expect(await sheet().findByText('送上门，500 单')).toBeInTheDocument()
    expect(sheet().getByText('单太多，只算了前 500 单。')).toBeInTheDocument()
    await userEvent.click(sheet().getByRole('button', { name: '抄下来' }))
    await waitFor(() => expect(list.copied).toMatch(/单太多，只算了前 500 单。$/))
  })

  it('says that nothing has to be packed', async () => {
    const unpaid = { method: 'wechat', state: 'pending' } as const
    fakeTaro.answerSignedIn(() => ok({ items: [listed(1, { payment: unpaid })] }))
    render(<Panel first="placed" />)
    await pick()
    expect(sheet().getByText('没有要备的货。')).toBeInTheDocument()
    expect(sheet().getByText('有 1 单没算进来：1 单还没在网上付钱。')).toBeInTheDocument()
    expect(sheet().queryByRole('button', { name: '抄下来' })).toBeNull()
  })

  it.each(['all', 'underway', 'done', 'cancelled'] as const)(
    'is not offered for the filter %s',
    async (filter) => {
      render(<Panel first={filter} />)
      await press('更多')
      expect(screen.queryByRole('button', { name: '要备的货' })).toBeNull()
    },
  )
})
