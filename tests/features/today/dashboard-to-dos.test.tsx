import { fireEvent, screen } from '@testing-library/react'
import { orderId } from '../orders/sample-orders'
import {
  advance,
  lastQuery,
  open,
  orderArrives,
  press,
  resetDashboard,
  server,
  today,
} from './open-dashboard'

beforeEach(resetDashboard)

describe('to-do', () => {
  beforeEach(() => orderArrives(4))

  it('shows its orders, whatever was searched before', async () => {
    await open({ tab: 'orders' })
    await press('button', '筛')
    await press('radio', '快递')
    await press('button', '看这些单')
    expect(lastQuery('orders')).toEqual({ state: 'to-do', fulfilment: 'courier' })
    await press('button', '找订单')
    fireEvent.input(screen.getByLabelText('名字、电话尾号、货、第几单'), { target: { value: '8888' } })
    await press('tab', /今天/)
    await press('button', '去接单，1 单等您接单')
    await advance(1000)
    expect(lastQuery('orders')).toEqual({ state: 'placed' })
    await press('button', '找订单')
    expect(screen.getByLabelText('名字、电话尾号、货、第几单')).toHaveValue('')
  })

  it.each(['today', 'orders'] as const)(
    'shows its orders after a link to unpaid orders, when the page opens with %s',
    async (tab) => {
      await open({ tab, buyer: orderId })
      await press('tab', /今天/)
      await press('button', '去接单，1 单等您接单')
      expect(lastQuery('orders')).toEqual({ state: 'placed' })
      expect(screen.getByRole('button', { name: '找订单' })).toBeInTheDocument()
    },
  )

  it('opens the goods that are nearly sold out', async () => {
    server.facts = { status: 200, body: today({ lowStock: 3 }), header: { etag: '"low"' } }
    await open()
    await press('button', /^3 样快没了.*去补货$/)
    expect(lastQuery('products')).toEqual({ stock: 'low' })
    expect(screen.getByRole('button', { name: '快没了的' })).toHaveAttribute('aria-pressed', 'true')
    expect(screen.getByText('没有快没了的货')).toBeInTheDocument()
  })
})
