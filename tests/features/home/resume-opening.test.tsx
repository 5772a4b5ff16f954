import { act, render, screen } from '@testing-library/react'
import Home from '@/pages/home/index'
import { fakeTaro } from '../../support/components/taro'

const storeDraft = (sealed: object | null) =>
  fakeTaro.storage.set(
    'wizard-draft',
    JSON.stringify(JSON.stringify({ state: { draft: { trade: 'nuts', sealed } }, version: 0 })),
  )
const removeDraft = () => fakeTaro.storage.delete('wizard-draft')
const open = () => act(async () => void render(<Home />))
const opening = { by: 'navigateTo', url: '/pages/wizard/open' }

beforeEach(() => {
  jest.useFakeTimers()
  fakeTaro.reset()
  fakeTaro.answer(() => null)
})

describe('Home at start', () => {
  // the order matters: whether the app has just started is module state
  it('does not resume a draft that was not submitted', async () => {
    storeDraft(null)
    await open()
    expect(screen.getByRole('button', { name: '接着开店' })).toBeInTheDocument()
    expect(fakeTaro.navigations).toEqual([])
  })

  it('opens the wizard when a submitted shop waits for the network', async () => {
    storeDraft({ request: {}, photoSent: false })
    await open()
    expect(fakeTaro.navigations).toEqual([opening])
  })

  it('shows that the shop waits and opens the wizard once it is published', async () => {
    storeDraft({ request: {}, photoSent: false })
    await open()
    expect(screen.getByText('您的店等着开张')).toBeInTheDocument()
    act(() => void jest.advanceTimersByTime(5000))
    expect(fakeTaro.navigations).toEqual([])
    removeDraft()
    act(() => void jest.advanceTimersByTime(1500))
    expect(fakeTaro.navigations).toEqual([opening])
  })
})
