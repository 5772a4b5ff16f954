import { render, screen } from '@testing-library/react'
import { StorefrontLinks } from '@/features/storefront/storefront-links'
import { fakeTaro } from '../../support/components/taro'

let mockSlug: string | undefined
jest.mock('@/platform/embedded-shop/embedded-shop', () => ({
  embeddedShop: () => (mockSlug === undefined ? null : { slug: mockSlug }),
}))

beforeEach(() => {
  fakeTaro.reset()
  mockSlug = undefined
})

const links = () => screen.queryAllByRole('link').map(({ textContent }) => textContent)

describe('StorefrontLinks', () => {
  it('leads to the orders, sharing the shop, the home page and reporting it', () => {
    render(<StorefrontLinks shared="shop1" reported={{ shop: 'shop' }} />)
    expect(links()).toEqual(['我的订单', '发给别人', '我也开个小店', '举报'])
  })

  it('leads only to the orders and to reporting it in the app of one shop', () => {
    mockSlug = 'shop1'
    render(<StorefrontLinks shared="shop1" reported={{ shop: 'shop' }} />)
    expect(links()).toEqual(['我的订单', '举报'])
  })
})
