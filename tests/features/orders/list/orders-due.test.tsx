import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { finderOfLink } from '@/features/orders/list/order-finder'
import { findOrdersWords as words } from '@/locales/order/find-orders'
import { fakeTaro, ok } from '../../../support/components/taro'
import { order, orderId } from '../sample-orders'
import { Panel } from './listed-orders'

beforeEach(() => {
  fakeTaro.reset()
  fakeTaro.answerSignedIn(() => ok({ items: [order()] }))
})

const lastQuery = () => new URLSearchParams(fakeTaro.requests.at(-1)?.path.split('?')[1])

describe('finderOfLink', () => {
  it('finds the unpaid orders of a buyer or of a day', () => {
    expect(finderOfLink({ buyer: orderId, due: '' })).toMatchObject({ payment: 'due', buyer: orderId })
    expect(finderOfLink({ buyer: '', due: '2026-11-03' })).toMatchObject({
      payment: 'due',
      buyer: 'all',
      day: { on: '2026-11-03' },
    })
  })

  it.each(['', 'yesterday', '2026-02-30'])('returns nothing for the day "%s"', (due) => {
    expect(finderOfLink({ buyer: '', due })).toBeUndefined()
  })
})

describe('OrdersPanel', () => {
  it('shows the unpaid orders of a buyer, and those of all buyers again when that condition is removed', async () => {
    const initialFinder = finderOfLink({ buyer: orderId, due: '' })
    render(<Panel first="all" arrived={undefined} initialFinder={initialFinder} />)
    expect(await screen.findByText(words.oneBuyer)).toBeInTheDocument()
    expect(Object.fromEntries(lastQuery())).toMatchObject({ payment: 'due', buyer: orderId })
    await userEvent.click(screen.getByRole('button', { name: words.remove(words.oneBuyer) }))
    await waitFor(() => expect(lastQuery().has('buyer')).toBe(false))
    expect(screen.queryByText(words.oneBuyer)).toBeNull()
  })
})
