import { act, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { ShopsPanel } from '@/features/operator/shops/shops-panel'
import { type Answer, fakeTaro, ok, type Request } from '../../support/components/taro'

const ID = '01JD00000000000000000000AA'
const shop = {
  ...{ id: ID, slug: 'abc123', name: '假货铺', openedAt: 1, blockedAt: 2 },
  ...{ products: 1, orders: 0, bytes: 0 },
}

let isRemoved = false
const answer = ({ method, path }: Request): Answer => {
  if (method === 'POST' && path.endsWith('/removal')) {
    isRemoved = true
    return ok({ files: ['abc123/shop.zip'] })
  }
  if (path.includes(`/shops/${ID}`)) return ok({ shop, owners: 1, actions: [] })
  return ok({ items: isRemoved ? [] : [shop] })
}
const press = (name: string) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name: new RegExp(name) })))

beforeEach(() => {
  isRemoved = false
  fakeTaro.reset()
  fakeTaro.answerSignedIn(answer)
})

const openShop = async () => {
  render(<ShopsPanel />)
  fireEvent.click(await screen.findByText('假货铺'))
  expect(await screen.findByText('删店')).toBeInTheDocument()
}

describe('ShopsPanel', () => {
  it('leaves the details of a shop once it is removed and its files are read', async () => {
    await openShop()
    await press('^删店$')
    await userEvent.type(screen.getByLabelText('为什么删'), '骗钱')
    await press('^导出后删掉$')
    expect(await screen.findByText('abc123/shop.zip')).toBeInTheDocument()
    const [close] = screen.getAllByRole('button', { name: '关上' }).slice(-1)
    await act(async () => void fireEvent.click(close as HTMLElement))
    expect(screen.queryByText('abc123/shop.zip')).toBeNull()
    expect(screen.queryByText('删店')).toBeNull()
    expect(screen.queryByText('假货铺')).toBeNull()
  })

  it('leaves the details of a shop when another one is searched', async () => {
    await openShop()
    await userEvent.type(screen.getByRole('textbox'), '别')
    expect(screen.queryByText('删店')).toBeNull()
  })

  it('opens the shop of a slug, and no longer once another one is searched', async () => {
    render(<ShopsPanel firstSlug="abc123" />)
    expect(await screen.findByText('删店')).toBeInTheDocument()
    await userEvent.type(screen.getAllByRole('textbox')[0] as HTMLElement, '别')
    expect(screen.queryByText('删店')).toBeNull()
  })

  it('opens no shop when only others match a slug', async () => {
    render(<ShopsPanel firstSlug="abc12" />)
    expect(await screen.findByText('假货铺')).toBeInTheDocument()
    expect(screen.queryByText('删店')).toBeNull()
  })
})
