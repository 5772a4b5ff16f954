import { render, screen, within } from '@testing-library/react'
import type { RouteReply } from '@/contract/routes'
import type { Figures } from '@/domain/lesson/lesson-figures'
import FiguresPage from '@/pages/centre/figures'
import { fakeTaro, ok } from '../../support/components/taro'
import { problem } from '../orders/sample-orders'
import { answerCentre, county, press, requestsTo, town } from './centre-setup'

type Reply = RouteReply<'GET /api/centres/:centre/figures'>

const other = { code: '621221102', name: '红川镇' }
const stops = (product: number, terms: number) => ({ trade: 0, product, terms, look: 0 })
const figures = (more: Partial<Figures> = {}): Figures => ({
  ...{ learners: 20, opened: 16, median: 185_000, ninetieth: 290_000, earlyOrders: 4, stops: stops(1, 3) },
  ...more,
})
const lesson = (id: string, shown: Figures, centre = town) => ({
  ...{ id, centre, startedAt: Date.now() - 3_600_000, figures: shown },
})
const reply = (more: Partial<Reply> = {}): Reply => ({
  total: figures({ learners: 50, opened: 40 }),
  towns: [
    { centre: town, figures: figures() },
    { centre: other, figures: { learners: 3 } },
  ],
  weeks: [{ week: '2026-11-23', figures: figures() }],
  lessons: [lesson('l1', figures())],
  ...more,
})

const openPage = (answer: Parameters<typeof answerCentre>[0][string], centre = county.code) => {
  answerCentre({
    [`GET /api/centres/${centre}/figures`]: answer,
    [`POST /api/centres/${centre}/figures/sheets`]: ok({ url: 'http://localhost/f.xlsx', until: 0 }),
  })
  fakeTaro.params({ centre })
  render(<FiguresPage />)
}
const rowOf = (name: string) => screen.getByText(name).parentElement as HTMLElement

beforeEach(() => fakeTaro.reset())

describe('FiguresPage', () => {
  it('shows the opened shops, the times to open and the shops with orders in the first week', async () => {
    openPage(ok(reply()))
    await screen.findByText('最近一年的课')
    expect(rowOf('开张的')).toHaveTextContent('40 人（80%）')
    expect(rowOf('一半人不超过')).toHaveTextContent('3 分 5 秒')
    expect(rowOf('九成人不超过')).toHaveTextContent('4 分 50 秒')
    expect(rowOf('一周内有单的店')).toHaveTextContent('4 家')
  })

  it('hides figures of fewer than five learners', async () => {
    openPage(ok(reply({ total: { learners: 3 } })))
    expect(await screen.findByText('沙坝镇服务站')).toBeInTheDocument()
    expect(rowOf('开张的')).toHaveTextContent('不到 5 人，不显示')
    expect(rowOf('红川镇服务站')).toHaveTextContent('3 人，不到 5 人，不显示')
  })

  it('says how many learners of small classes are not counted, and why figures of a larger group are hidden', async () => {
    const { earlyOrders: _, ...total } = figures({ uncounted: 3 })
    const towns = [
      { centre: town, figures: figures({ uncounted: 2 }) },
      { centre: other, figures: { learners: 8 } },
    ]
    openPage(ok(reply({ total, towns })))
    expect(await screen.findByText('另有 3 人的课不到 5 人，没算进来')).toBeInTheDocument()
    expect(rowOf('一周内有单的店')).toHaveTextContent('会看出是谁，不显示')
    expect(rowOf('沙坝镇服务站')).toHaveTextContent('另有 2 人的课不到 5 人，没算进来')
    expect(rowOf('红川镇服务站')).toHaveTextContent('8 人，每堂课不到 5 人，不显示')
  })

  it('compares a class with the one before in the same town', async () => {
    const lessons = [
      lesson('l1', figures({ stops: stops(0, 4) })),
      lesson('l2', figures({ stops: stops(7, 0) }), other),
      lesson('l3', figures({ learners: 10, opened: 5, stops: stops(4, 1) })),
    ]
    openPage(ok(reply({ lessons })))
    expect(await screen.findByText('停在「收钱送货」的最多，下回这一步讲慢些。')).toBeInTheDocument()
    const stopsAt = (question: string) =>
      within(rowOf(question))
        .getAllByText(/人/)
        .map(({ textContent }) => textContent)
    expect(stopsAt('第一件货')).toEqual(['没有人', '4 人，40%'])
    expect(stopsAt('收钱送货')).toEqual(['4 人，20%', '1 人，10%'])
    await press('看前一堂课')
    expect(stopsAt('第一件货')).toEqual(['7 人，35%'])
    expect(screen.getByText('再上一堂五个人以上的课，就能比了。')).toBeInTheDocument()
    await press('看后一堂课')
    expect(stopsAt('第一件货')).toEqual(['没有人', '4 人，40%'])
  })

  it('shows no towns in the figures of one town', async () => {
    openPage(ok(reply()), town.code)
    expect(await screen.findByText('每周')).toBeInTheDocument()
    expect(screen.queryByText('各镇')).toBeNull()
  })

  it('shows six lessons first, and more on demand', async () => {
    const lessons = Array.from({ length: 8 }, (_, at) => lesson(`l${at}`, figures({ learners: 20 + at })))
    openPage(ok(reply({ lessons, weeks: [], towns: [] })))
    await screen.findByText('每堂课')
    expect(screen.getAllByText(/人学，16 人开张/)).toHaveLength(6)
    await press('再看一些')
    expect(screen.getAllByText(/人学，16 人开张/)).toHaveLength(8)
  })

  it('creates a spreadsheet of the figures', async () => {
    openPage(ok(reply()))
    await press('存成表格')
    expect(requestsTo('/figures/sheets', 'POST')).toHaveLength(1)
    expect(await screen.findByText('正在下载，到“下载”里找。')).toBeInTheDocument()
  })

  it('says that there are no figures before the first lesson', async () => {
    openPage(ok(reply({ total: { learners: 0 }, towns: [], weeks: [], lessons: [] })))
    expect(await screen.findByText('还没有数')).toBeInTheDocument()
  })

  it('reports to a user without a role that the figures cannot be opened', async () => {
    openPage(problem(404, 'not-found'))
    expect(await screen.findByText('这个服务站打不开')).toBeInTheDocument()
  })
})
