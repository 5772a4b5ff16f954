import { render, screen } from '@testing-library/react'
import { storefrontWords } from '@/locales/storefront/storefront'
import ProductPage from '@/pages/storefront/product'
import { fakeTaro } from '../../support/components/taro'
import { nuts, serving, slug, storefront } from './sample-shop'

jest.mock('@/platform/lifecycle/launch', () => ({
  ...jest.requireActual('@/platform/lifecycle/launch'),
  singlePage: true,
}))

beforeEach(() => {
  fakeTaro.reset()
  fakeTaro.answer(serving(() => storefront()))
})

describe("ProductPage in the single-page mode of WeChat's Moments", () => {
  it('shows the product and the way into the app, without anything that WeChat forbids there', async () => {
    fakeTaro.params({ slug, id: nuts.id })
    render(<ProductPage />)
    expect(await screen.findByText(storefrontWords.singlePage)).toBeInTheDocument()
    expect(screen.getByRole('heading', { name: /核桃/ })).toBeInTheDocument()
    const buttons = screen.queryAllByRole('button').map((button) => button.getAttribute('aria-label'))
    expect(buttons).toEqual(['返回'])
    expect(screen.queryAllByRole('link')).toEqual([])
  })
})
