import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { fakeTaro, ok } from '../../support/components/taro'
import {
  busy,
  type Changes,
  calm,
  firstTitle,
  HOUR_MS,
  names,
  onOpen,
  onReal,
  press,
  quiet,
  reload,
  resetToday,
  settled,
  show,
} from './shown-today'

beforeEach(resetToday)
afterEach(() => jest.restoreAllMocks())

describe('first card', () => {
  it('keeps its to-do when a more pressing one arrives, which stands in the lines', () => {
    const { update } = show({ ...calm, waiting: 1 })
    update({ ...calm, waiting: 2, openRefunds: 1 })
    expect(firstTitle()).toBe('2 单等您接单')
    expect(names()[1]).toBe('1 位买家说东西有问题去答复')
  })

  it('shows the most pressing to-do when the owner has come back or done something', () => {
    const { update } = show({ ...calm, waiting: 1 })
    update({ ...calm, waiting: 1, openRefunds: 1 }, 1)
    expect(firstTitle()).toBe('1 位买家说东西有问题')
    expect(names()[1]).toBe('1 单等您接单去接单')
  })

  it('says that its to-do has ended, and leads to the next one', async () => {
    const { update } = show(busy)
    update({ ...busy, openRefunds: 0 })
    expect(firstTitle()).toBe('这件不用办了')
    expect(names()[1]).toBe('3 单等您接单去接单')
    await press('看下一件，这件不用办了')
    expect(firstTitle()).toBe('3 单等您接单')
    expect(onOpen).not.toHaveBeenCalled()
  })

  it('says that the only to-do has ended, without a button', () => {
    const { update } = show({ ...calm, waiting: 1 })
    update(calm)
    expect(firstTitle()).toBe('这件不用办了')
    expect(names()).toHaveLength(3)
    update({ ...calm, waiting: 1 })
    expect(firstTitle()).toBe('1 单等您接单')
  })

  it('stays without a to-do when one arrives, and leads to it', async () => {
    const { update } = show(calm)
    update({ ...calm, waiting: 1 })
    expect(firstTitle()).toBe('来了要办的')
    expect(names()[1]).toBe('1 单等您接单去接单')
    await press('看一看，来了要办的')
    expect(firstTitle()).toBe('1 单等您接单')
  })
})

describe('practice shop', () => {
  const practice = (more: Changes = {}) => settled({ practiceUntil: Date.now() + 480 * HOUR_MS, ...more })
  const button = () => screen.getByRole('button', { name: /变成真店/ })

  it('says that it is for practice, does not ask to share it, and becomes real by one tap', async () => {
    const here = practice()
    const { practiceUntil: _, ...real } = here
    fakeTaro.answer(() => ok(real))
    show(quiet, here)
    expect(screen.getByText(/买家还不能下单.*会自动删掉/)).toBeInTheDocument()
    expect(screen.queryByText('没有要办的')).toBeNull()
    await userEvent.click(button())
    expect(onReal).toHaveBeenCalledWith(expect.objectContaining({ id: real.id }))
    expect(reload).toHaveBeenCalled()
  })

  it('reports why it did not become real, and allows a retry', async () => {
    fakeTaro.answer(() => ({ status: 503, body: { code: 'unavailable', status: 503 } }))
    show(quiet, practice())
    await userEvent.click(button())
    expect(await screen.findByText('店里的机器没应声，请过一会儿再试。')).toBeInTheDocument()
    expect(onReal).not.toHaveBeenCalled()
    expect(button()).toBeEnabled()
  })

  it('becomes real from the card only, which its line opens', async () => {
    show(quiet, practice({ closedAt: 1 }))
    expect(firstTitle()).toBe('店关了')
    await press(/^这是练习的店.*看看$/)
    expect(fakeTaro.requests).toEqual([])
    expect(firstTitle()).toBe('这是练习的店')
  })
})

describe('paper card', () => {
  const asked = { ...calm, waiting: 1, paperCard: { dueAt: Date.now() + HOUR_MS } }
  const sent = () => fakeTaro.requests.filter(({ method }) => method === 'DELETE').map(({ path }) => path)

  it('is ended by one tap while a person requests the shop with it', async () => {
    fakeTaro.answerSignedIn(() => ok({ ended: true }))
    const here = settled()
    show(asked, here)
    const veto = within(document.querySelector<HTMLElement>('.first-card') ?? document.body).getByRole(
      'button',
    )
    expect(veto).toHaveAccessibleName('不是我，停掉，有人拿纸卡来取您的店')
    await userEvent.dblClick(veto)
    expect(sent()).toEqual([`/api/shops/${here.id}/paper-card`])
    expect(reload).toHaveBeenCalled()
  })

  it('reports why it was not ended', async () => {
    fakeTaro.answerSignedIn(() => null)
    show(asked)
    await press(/不是我，停掉/)
    expect(screen.getByText(/没连上/)).toBeInTheDocument()
  })

  it('leads from a line to the card, which says what happens', async () => {
    const { update } = show({ ...calm, waiting: 1 })
    update(asked)
    await press(/^有人拿纸卡来取您的店.*看看$/)
    expect(sent()).toEqual([])
    expect(firstTitle()).toBe('有人拿纸卡来取您的店')
  })
})
