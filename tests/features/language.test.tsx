import { render, screen } from '@testing-library/react'
import { setTranslation, type Translated } from '@/locales/translation'
import { pseudoTranslation } from '../support/components/pseudo-translation'

const HAN = /\p{Script=Han}/u

/** The texts on screen that contain Chinese characters. */
const chineseTexts = (): string[] => {
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const texts: string[] = []
  while (nodes.nextNode()) texts.push(nodes.currentNode.textContent ?? '')
  return texts.filter((text) => HAN.test(text))
}

const isMarked = (text: string) => text.startsWith('‹') && text.endsWith('›')

describe('an app in another language', () => {
  beforeAll(() => setTranslation(pseudoTranslation()))

  it('shows a screen of a feature in that language', async () => {
    const { OpenCard } = await import('@/features/home/open-card')
    render(<OpenCard draft="none" />)
    expect(chineseTexts().length).toBeGreaterThan(2)
    expect(chineseTexts().filter((text) => !isMarked(text))).toEqual([])
  })

  it('shows the names of sections in that language', async () => {
    const { AddSheet } = await import('@/features/decorate/sheets/add-sheet')
    const { designOf } = await import('@/features/decorate/model/design')
    const { createLook } = await import('@/templates/bundled-templates')
    const { plain } = await import('@/templates/presets/plain')
    render(
      <AddSheet design={designOf(createLook(plain))} onAdd={() => undefined} onClose={() => undefined} />,
    )
    expect(screen.getByText('‹故事›')).toBeInTheDocument()
    expect(chineseTexts().filter((text) => !isMarked(text))).toEqual([])
  })

  it('computes constants of modules from the texts of that language', async () => {
    const { questionForFailure } = await import('@/features/wizard/publish/question-for-failure')
    const fields = [{ path: '/products/0/name', message: '' }]
    expect(questionForFailure({ code: 'bad-input', status: 422, fields })?.title).toMatch(/^‹.+›$/)
  })

  it('formats days in that language', async () => {
    const { dayWords } = await import('@/locales/day')
    expect(dayWords('2026-11-26')).toBe('‹11月26日›')
  })

  it('rejects a change of the language once texts are loaded', () => {
    expect(() => setTranslation({})).toThrow('before any text is loaded')
  })
})

describe('translation', () => {
  const source = { cart: { title: '购物车', count: (quantity: number) => `${quantity} 件` } } as const

  it('has the keys and parameters of the source', () => {
    const complete: Translated<typeof source> = {
      cart: { title: 'Cart', count: (quantity) => `${quantity} items` },
    }
    expect(complete.cart.count(2)).toBe('2 items')
  })

  it('does not compile without one of the keys', () => {
    // @ts-expect-error the translation lacks `count`
    const incomplete: Translated<typeof source> = { cart: { title: 'Cart' } }
    expect(incomplete.cart.title).toBe('Cart')
  })
})
