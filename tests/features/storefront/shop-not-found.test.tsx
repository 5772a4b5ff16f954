import { render, screen } from '@testing-library/react'
import { GONE } from '@/domain/shop/shop'
import { ShopNotFound } from '@/features/storefront/shop-not-found'
import { storefrontWords } from '@/locales/storefront/storefront'
import { fakeTaro } from '../../support/components/taro'

let mockSlug: string | undefined
jest.mock('@/platform/embedded-shop/embedded-shop', () => ({
  embeddedShop: () => (mockSlug === undefined ? null : { slug: mockSlug }),
}))

beforeEach(() => {
  fakeTaro.reset()
  mockSlug = undefined
})

const buttons = () => screen.queryAllByRole('button').map(({ textContent }) => textContent)

describe('ShopNotFound', () => {
  it('leads to the orders of a closed shop and to the home page', () => {
    render(<ShopNotFound status={GONE} />)
    expect(buttons()).toEqual(['我的订单', '去首页看看'])
  })

  it('says that the cart of the buyer remains, and leads to the orders', () => {
    render(<ShopNotFound status={404} hasCart />)
    expect(screen.getByText(storefrontWords.gone.withCart)).toBeInTheDocument()
    expect(buttons()).toEqual(['我的订单', '去首页看看'])
  })

  it('does not lead to the home page of an app that contains the shop', () => {
    mockSlug = 'closed1'
    render(<ShopNotFound status={GONE} />)
    expect(buttons()).toEqual(['我的订单'])
  })
})
