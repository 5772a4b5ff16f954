import { act, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import ReportPage from '@/pages/privacy/report'
import { type Answer, fakeTaro, ok } from '../../support/components/taro'

const SHOP = '01J0000000000000000000SHPA'
const PRODUCT = '01J0000000000000000000PRDA'

let answer: () => Answer | null
const reports = () => fakeTaro.requests.filter(({ method }) => method === 'PUT')

beforeEach(() => {
  fakeTaro.reset()
  answer = () => ok({ reportedAt: 1 })
  fakeTaro.answerSignedIn(() => answer())
})

const open = (params: Record<string, string> = { shop: SHOP }) => {
  fakeTaro.params(params)
  render(<ReportPage />)
}
const press = (role: 'radio' | 'button', name: string) =>
  act(async () => void fireEvent.click(screen.getByRole(role, { name })))

describe('ReportScreen', () => {
  it('sends a reason and a note once, and says that they have arrived', async () => {
    open()
    await press('radio', '假货，货不对板')
    await userEvent.type(screen.getByLabelText('想说什么，写在这里（不写也行）'), '  不是核桃 ')
    await userEvent.dblClick(screen.getByRole('button', { name: '交上去' }))
    expect(await screen.findByText('收到了')).toBeInTheDocument()
    expect(reports().map(({ path, body }) => [path, body])).toEqual([
      [`/api/shops/${SHOP}/report`, { reason: 'fake', note: '不是核桃' }],
    ])
  })

  it('reports a product', async () => {
    open({ shop: SHOP, product: PRODUCT })
    expect(screen.getByText('这件货怎么了？')).toBeInTheDocument()
    await press('radio', '卖不让卖的东西')
    await press('button', '交上去')
    expect(reports()[0]?.body).toEqual({ reason: 'forbidden', productId: PRODUCT })
  })

  it('asks for a reason before anything is sent', async () => {
    open()
    await press('button', '交上去')
    expect(screen.getByRole('alert')).toHaveTextContent('先选一样')
    expect(reports()).toEqual([])
    await press('radio', '别的')
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('keeps what was written when it is not sent, and sends it then', async () => {
    answer = () => null
    open()
    await press('radio', '别的')
    await userEvent.type(screen.getByLabelText('想说什么，写在这里（不写也行）'), '看看')
    await press('button', '交上去')
    expect(await screen.findByRole('alert')).toBeInTheDocument()
    answer = () => ok({ reportedAt: 1 })
    await press('button', '交上去')
    expect(await screen.findByText('收到了')).toBeInTheDocument()
    expect(reports().at(-1)?.body).toEqual({ reason: 'other', note: '看看' })
  })

  it('says that a shop is gone', async () => {
    answer = () => ({ status: 404, body: { code: 'not-found', status: 404 } })
    open()
    await press('radio', '别的')
    await press('button', '交上去')
    expect(await screen.findByText('已经没有了')).toBeInTheDocument()
  })
})

describe('MyReports', () => {
  const report = { shopName: '山货铺', reason: 'fake', reportedAt: 1, blocked: false }

  it('lists what a person reported, and what became of it', async () => {
    const items = [
      report,
      { ...report, productName: '核桃', answeredAt: 2 },
      { ...report, shopName: '假货铺', answeredAt: 2, blocked: true },
    ]
    answer = () => ok({ items })
    open({})
    expect(await screen.findByText('山货铺：核桃')).toBeInTheDocument()
    expect(screen.getByText('还没看到，会看的')).toBeInTheDocument()
    expect(screen.getByText(/^看过了，1970年/)).toBeInTheDocument()
    expect(screen.getByText(/^看过了，店已经封了/)).toBeInTheDocument()
  })

  it('says that there are none', async () => {
    answer = () => ok({ items: [] })
    open({})
    expect(await screen.findByText('还没有举报过')).toBeInTheDocument()
  })

  it('offers to try again when the list could not be read', async () => {
    answer = () => null
    open({})
    expect(await screen.findByText('再试一次')).toBeInTheDocument()
  })
})
