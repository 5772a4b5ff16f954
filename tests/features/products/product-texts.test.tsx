import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Product } from '@/domain/product'
import { mapProductTexts, type ProductText, productTexts } from '@/domain/product-texts'
import { useProductDrafts } from '@/features/products/product-draft-store'
import { productFormWords } from '@/locales/products'
import SellerProductPage from '@/pages/merchant/product'
import { fakeTaro } from '../../support/taro'
import { problem, product, productId, sent, serve, shopId } from './sample-products'

const names = Object.keys(productTexts) as ProductText[]
const ours = mapProductTexts((name) => `我${name}`.slice(0, productTexts[name]))
const theirs = mapProductTexts((name) => `他${name}`.slice(0, productTexts[name]))

let server: ReturnType<typeof serve>
beforeEach(() => {
  fakeTaro.reset()
  useProductDrafts.setState({ drafts: {} })
  server = serve()
  fakeTaro.params({ shop: shopId, id: productId })
})

const save = async () => userEvent.click(await screen.findByRole('button', { name: '存好' }))

async function typeTexts() {
  for (const name of names)
    await userEvent.type(await screen.findByLabelText(productFormWords.texts[name].label), ours[name])
}

describe('the optional texts of a product', () => {
  it('have a field each, of several lines where more than 60 characters fit', async () => {
    render(<SellerProductPage />)
    for (const name of names) {
      const { label, hint } = productFormWords.texts[name]
      const field = await screen.findByLabelText(label)
      expect(field.classList.contains('field__input--low')).toBe(productTexts[name] <= 60)
      expect(screen.getByText(hint)).toBeInTheDocument()
    }
  })

  it('are sent as typed', async () => {
    render(<SellerProductPage />)
    await typeTexts()
    await save()
    await waitFor(() => expect(sent('PUT')).toMatchObject([ours]))
  })

  it('are not sent when they are cleared', async () => {
    server.one = () => ({ status: 200, body: product(theirs) })
    render(<SellerProductPage />)
    for (const name of names) await userEvent.clear(await screen.findByDisplayValue(theirs[name]))
    await save()
    await waitFor(() => expect(sent('PUT')).toHaveLength(1))
    for (const name of names) expect(sent('PUT')[0]).not.toHaveProperty(name)
  })

  it('are compared when another phone has changed them', async () => {
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
