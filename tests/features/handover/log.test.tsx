import { act, fireEvent, render, screen } from '@testing-library/react'
import type { HelpStep } from '@/contract/shop/helps'
import { groupSteps } from '@/features/handover/log/group-steps'
import { HelpLogScreen } from '@/features/handover/log/help-log-screen'
import { fakeTaro, ok } from '../../support/components/taro'
import { HELP_ID, SHOP_ID, sampleHelp, TOWN } from './sample-help'

const step = (changes: Partial<HelpStep>): HelpStep => ({
  ...{ id: HELP_ID, centre: TOWN, helper: '培训员', action: 'save-product', at: Date.now(), isDone: true },
  ...changes,
})

let helps: object[]
let steps: HelpStep[]
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const open = () => act(async () => void render(<HelpLogScreen shopId={SHOP_ID} />))

beforeEach(() => {
  fakeTaro.reset()
  helps = []
  steps = []
  fakeTaro.answerSignedIn(({ method, path }) => {
    if (method === 'DELETE') {
      helps = []
      return ok({ ended: true })
    }
    return ok(path.endsWith('/helps') ? { helps } : { items: steps })
  })
})

describe('groupSteps', () => {
  it('joins consecutive steps that are alike', () => {
    const alike = [step({ id: '1', action: 'save-look' }), step({ id: '2', action: 'save-look' })]
    const others = [step({ id: '3', about: '核桃' }), step({ id: '4', about: '土蜂蜜' })]
    const groups = groupSteps([...alike, ...others, step({ id: '5', action: 'save-look' })])
    expect(groups.map(({ id, count }) => [id, count])).toEqual([
      ['1', 2],
      ['3', 1],
      ['4', 1],
      ['5', 1],
    ])
  })

  it('separates the steps of different helpers, and uncertain ones', () => {
    const steps = [step({}), step({ helper: '站长' }), step({ isDone: false })]
    expect(groupSteps(steps)).toHaveLength(3)
  })
})

describe('HelpLogScreen', () => {
  it('shows what was done, by which helper, and what may not have taken effect', async () => {
    steps = [
      step({ id: '1', about: '核桃' }),
      step({ id: '2', action: 'publish-look', isDone: false }),
      step({ id: '3', action: 'consent-tapped' }),
    ]
    await open()
    expect(screen.getByText('改了货「核桃」')).toBeInTheDocument()
    expect(screen.getAllByText(/沙坝镇服务站 培训员/)).toHaveLength(3)
    expect(screen.getByText(/这一步也许没做成/)).toBeInTheDocument()
    expect(screen.getByText('您自己点了同意')).toBeInTheDocument()
  })

  it('says that no helper has access and no step was taken', async () => {
    await open()
    expect(screen.getByText('现在只有您自己能动这家店。')).toBeInTheDocument()
    expect(screen.getByText('还没有人替您动过这家店。')).toBeInTheDocument()
  })

  it('ends a help at once', async () => {
    helps = [sampleHelp({ purposes: ['products'] })]
    await open()
    await press('让他停手')
    expect(fakeTaro.requests.at(-2)).toMatchObject({
      method: 'DELETE',
      path: `/api/shops/${SHOP_ID}/helps/${HELP_ID}`,
    })
    expect(screen.getByText('停了，他动不了您的店了。')).toBeInTheDocument()
  })

  it('asks for help with the chosen parts', async () => {
    await open()
    expect(screen.getByRole('button', { name: '先挑一样' })).toHaveAttribute('aria-disabled', 'true')
    fireEvent.click(screen.getByRole('checkbox', { name: '货和价钱' }))
    fireEvent.click(screen.getByRole('checkbox', { name: '店的样子' }))
    await press('出一个号码')
    expect(fakeTaro.navigations[0]?.url).toBe(`/pages/handover/give?shop=${SHOP_ID}&parts=products.look`)
  })
})
