import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Product } from '@/domain/product/product'
import { mapProductTexts, type ProductText, productTexts } from '@/domain/product/product-texts'
import { productFormWords } from '@/locales/product/products'
import SellerProductPage from '@/pages/merchant/product'
import { fakeTaro, ok } from '../../support/components/taro'
import { problem, product, productId, save, sent, serve, shopId } from './sample-products'

const names = Object.keys(productTexts) as ProductText[]
const ours = mapProductTexts((name) => `我${name}`.slice(0, productTexts[name]))
const theirs = mapProductTexts((name) => `他${name}`.slice(0, productTexts[name]))

let server: ReturnType<typeof serve>
beforeEach(() => {
  server = serve()
  fakeTaro.params({ shop: shopId, id: productId })
})

async function typeTexts() {
  for (const name of names)
    await userEvent.type(await screen.findByLabelText(productFormWords.texts[name].label), ours[name])
}

describe('SellerProductPage with optional texts', () => {
  it('shows one field per text, of several lines where more than 60 characters fit', async () => {
    render(<SellerProductPage />)
    for (const name of names) {
      const { label, hint } = productFormWords.texts[name]
      const field = await screen.findByLabelText(label)
      expect(field.classList.contains('field__input--low')).toBe(productTexts[name] <= 60)
      expect(screen.getByText(hint)).toBeInTheDocument()
    }
  })

  it('sends the texts as typed', async () => {
    render(<SellerProductPage />)
    await typeTexts()
    await save()
    await waitFor(() => expect(sent('PUT')).toMatchObject([ours]))
  })

  it('omits cleared texts', async () => {
    server.one = () => ok(product(theirs))
    render(<SellerProductPage />)
    for (const name of names) await userEvent.clear(await screen.findByDisplayValue(theirs[name]))
    await save()
    await waitFor(() => expect(sent('PUT')).toHaveLength(1))
    for (const name of names) expect(sent('PUT')[0]).not.toHaveProperty(name)
  })

  it('compares the texts when another phone has changed them', async () => {
    const current: Product = product({ version: 7, ...theirs })
    server.put = () => problem(409, 'version-conflict', current)
    render(<SellerProductPage />)
    await typeTexts()
    await save()
    for (const name of names)
      for (const texts of [ours, theirs]) {
        const row = `${productFormWords.texts[name].row}：${texts[name]}`
        expect(await screen.findByText(row)).toBeInTheDocument()
      }
  })
})

describe('category of a product', () => {
  const CHOOSE = '分在哪一类'
  const choose = async (name: string) => userEvent.click(await screen.findByRole('radio', { name }))
  const sentCategory = async () => {
    await save()
    await waitFor(() => expect(sent('PUT')).toHaveLength(1))
    return sent<{ category?: string }>('PUT')[0]?.category
  }
  beforeEach(() => {
    const categories = [
      { name: '干货', products: 2 },
      { name: '新鲜', products: 1 },
    ]
    server.several = () => ok({ categories })
  })

  it('can be chosen among the categories of the shop', async () => {
    render(<SellerProductPage />)
    await choose('新鲜')
    expect(await sentCategory()).toBe('新鲜')
  })

  it('can be typed as a new category', async () => {
    server.one = () => ok(product({ category: '干货' }))
    render(<SellerProductPage />)
    expect(await screen.findByRole('radio', { name: '干货' })).toHaveAttribute('aria-checked', 'true')
    await choose('写个新的')
    await userEvent.type(screen.getByRole('textbox', { name: CHOOSE }), '山货')
    expect(await sentCategory()).toBe('山货')
  })

  it('can be removed', async () => {
    server.one = () => ok(product({ category: '干货' }))
    render(<SellerProductPage />)
    await choose('不分')
    expect(await sentCategory()).toBeUndefined()
  })
})
