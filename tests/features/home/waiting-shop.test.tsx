import { act, render, screen } from '@testing-library/react'
import Home from '@/pages/home/index'
import { stage } from '../../support/taro'

const keep = (sealed: object | null) =>
  stage.storage.set(
    'wizard-draft',
    JSON.stringify(JSON.stringify({ state: { draft: { trade: 'nuts', sealed } }, version: 0 })),
  )
const forget = () => stage.storage.delete('wizard-draft')
const open = () => act(async () => void render(<Home />))
const opening = { by: 'navigateTo', url: '/pages/wizard/open' }

beforeEach(() => {
  jest.useFakeTimers()
  stage.reset()
  stage.answer(() => null)
})
afterEach(() => jest.useRealTimers())

// in this order: whether the app has just started is known once for a file
test('a draft that was not sent is not gone on with by itself', async () => {
  keep(null)
  await open()
  expect(screen.getByRole('button', { name: '接着开店' })).toBeInTheDocument()
  expect(stage.visits).toEqual([])
})

test('a shop that waits is gone on with at once when the app starts', async () => {
  keep({ request: {}, photoSent: false })
  await open()
  expect(stage.visits).toEqual([opening])
})

test('for those who came back from it the front door says that it waits, and leads on once it is open', async () => {
  keep({ request: {}, photoSent: false })
  await open()
  expect(screen.getByText('您的店等着开张')).toBeInTheDocument()
  act(() => void jest.advanceTimersByTime(5000))
  expect(stage.visits).toEqual([])
  forget()
  act(() => void jest.advanceTimersByTime(1500))
  expect(stage.visits).toEqual([opening])
})
