import { render, screen } from '@testing-library/react'
import { OpenedScreen } from '@/features/wizard/opened/opened-screen'
import { openedWords } from '@/locales/shop/wizard'
import { fakeTaro, ok } from '../../support/components/taro'
import { storefront } from '../storefront/sample-shop'

const { shop: shown, look, products } = storefront()

beforeEach(() => {
  fakeTaro.reset()
  fakeTaro.answerSignedIn(() => ok({ shop: shown, look, items: products }))
})

describe('OpenedScreen of a shop that was opened long ago', () => {
  it('has its poster under the words of the link to it, and does not call the shop new', async () => {
    render(<OpenedScreen shopId={shown.id} KeyRow={() => null} CertificateRow={() => null} />)
    expect(await screen.findByRole('heading', { level: 2, name: shown.name })).toBeInTheDocument()
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(openedWords.titleLater)
    expect(document.body).not.toHaveTextContent(openedWords.title)
    expect(fakeTaro.shareMessage()).toMatchObject({ title: openedWords.shareTitleLater(shown.name) })
  })
})
