import { render, screen } from '@testing-library/react'
import { LongShopLinks, StorefrontLinks } from '@/features/storefront/storefront-links'
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

describe('LongShopLinks', () => {
  it('leads to finding goods, the orders and sharing the shop', () => {
    render(<LongShopLinks slug="longshop1" />)
    expect(links()).toEqual(['找货', '我的订单', '发给别人'])
  })

  it('does not lead to sharing in the app of one shop, which has no page for it', () => {
    mockSlug = 'longshop1'
    render(<LongShopLinks slug="longshop1" />)
    expect(links()).toEqual(['找货', '我的订单'])
  })
})

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
