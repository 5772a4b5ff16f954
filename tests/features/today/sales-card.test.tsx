import { screen } from '@testing-library/react'
import { salesBars } from '@/features/today/to-do'
import { busy, opened, press, quiet, resetToday, settled, show } from './shown-today'

beforeEach(resetToday)
afterEach(() => jest.restoreAllMocks())

describe('SalesCard', () => {
  it('draws the sales of seven days as bars in proportion', () => {
    show(busy)
    expect(screen.getByText('¥386.50')).toBeInTheDocument()
    expect(screen.getByRole('img', { name: /^这七天卖的钱：(.+ 元，){6}.+ 386.50 元$/ })).toBeInTheDocument()
    expect(salesBars(busy).map(({ height }) => Math.round(height * 100))).toEqual([0, 3, 0, 0, 0, 5, 100])
  })

  it('has no bars while nothing was sold', () => {
    show(quiet)
    expect(screen.queryByRole('img', { name: /^这七天卖的钱/ })).toBeNull()
    expect(screen.getByText('今天还没有单')).toBeInTheDocument()
  })

  it('does not compare with yesterday in a shop opened today', () => {
    show(busy, settled({ openedAt: Date.now() }))
    expect(screen.getByText('1 单')).toBeInTheDocument()
  })

  it('leads to the ledger', async () => {
    const here = settled()
    show(busy, here)
    expect(screen.getByText('看账本')).toBeInTheDocument()
    await press(/^今天卖了/)
    expect(opened()).toEqual([`/pages/books/money?shop=${here.id}`])
  })
})
