import { act, render, screen } from '@testing-library/react'
import type { MyRole } from '@/contract/centres'
import CentrePage from '@/pages/centre/index'
import { fakeTaro, ok } from '../../support/components/taro'
import { problem } from '../orders/sample-orders'
import { answerCentre, county, press, requestsTo, role, town, type } from './centre-setup'

const CODE = 'ABCDE-FGHJK'
const lessonId = '01J0000000000000000000VVVV'
const summary = (more: object = {}, figures: object = {}) => ({
  lesson: { id: lessonId, centre: town, kind: 'real', startedAt: Date.now(), isPaused: false, ...more },
  learners: 12,
  opened: 9,
  median: 185_000,
  mayAct: true,
  ...figures,
})

beforeEach(() => {
  fakeTaro.reset()
  window.history.replaceState(null, '', '/centre')
})

const openAs = (roles: MyRole[], replies: Parameters<typeof answerCentre>[0] = {}) => {
  answerCentre({
    ...replies,
    'GET /api/me/roles': ok({ roles }),
    'GET /api/centres/621221110/lessons': replies.lessons ?? ok({ items: [] }),
    'GET /api/centres/621221/lessons': replies.lessons ?? ok({ items: [] }),
    'GET /api/centres/621221110': ok({ centre: town, county, role: roles[0]?.role }),
  })
  return render(<CentrePage />)
}

describe('CentrePage', () => {
  it('asks a user without a role for an invitation code and shows the new role at once', async () => {
    const roles: MyRole[] = []
    openAs(roles, {
      'POST /api/me/roles': () => {
        roles.push(role())
        return ok(role())
      },
    })
    expect(await screen.findByText('还没有您教课的服务站')).toBeInTheDocument()
    await type('邀请码', 'abcde fgh')
    expect(screen.getByText('还差 2 位')).toBeInTheDocument()
    await type('邀请码', 'abcde fghjk')
    await press('加入')
    expect(requestsTo('/roles', 'POST')[0]?.body).toEqual({ code: CODE })
    expect(await screen.findByText('好了，您是沙坝镇服务站的培训员了。')).toBeInTheDocument()
    expect(await screen.findByRole('button', { name: '开课' })).toBeInTheDocument()
  })

  it('fills in the code of the link that opened it and removes it from the address', async () => {
    window.history.replaceState(null, '', `/centre#${CODE}`)
    openAs([role()])
    expect(await screen.findByLabelText('邀请码')).toHaveValue(CODE)
    expect(window.location.hash).toBe('')
  })

  it('fills in the code of a link that is opened in the same tab', async () => {
    window.history.replaceState(null, '', `/centre#${CODE}`)
    openAs([role()])
    expect(await screen.findByLabelText('邀请码')).toHaveValue(CODE)
    const other = 'MNPQR-STVWX'
    act(() => window.location.assign(`#${other}`))
    expect(await screen.findByDisplayValue(other)).toBeInTheDocument()
    expect(window.location.hash).toBe('')
  })

  it.each([
    ['invitation-wrong', 403, '这个邀请码不对，或者过期了，请再问一次。'],
    ['invitation-used', 403, '这个邀请码用过了，请再要一个。'],
    ['not-allowed-now', 409, '您已经是这里的人了，这个码没用掉，给要请的人用。'],
    ['too-many', 429, '填错好多回了，过 1 分钟再来。'],
  ])('explains %s and keeps the typed code', async (code, status, words) => {
    openAs([], { 'POST /api/me/roles': problem(status, code) })
    await screen.findByText('还没有您教课的服务站')
    await type('邀请码', CODE)
    await press('加入')
    expect(await screen.findByRole('alert')).toHaveTextContent(words)
    expect(screen.getByLabelText('邀请码')).toHaveValue(CODE)
  })

  it('lists the centres of a user with several roles', async () => {
    openAs([role(), role({ centre: { code: '621221102', name: '红川镇' }, role: 'keeper' })])
    await press(/^红川镇服务站/, 'link')
    expect(fakeTaro.navigations.at(-1)?.url).toBe('/pages/centre/index?centre=621221102')
  })

  it('opens one lesson and navigates to it', async () => {
    openAs([role()], { 'PUT /api/centres/621221110/lessons': ok(summary({ number: '4827' }).lesson) })
    await press('开课')
    expect(fakeTaro.navigations.at(-1)?.url).toBe(`/pages/centre/lesson?lesson=${lessonId}`)
    expect(requestsTo('/lessons/', 'PUT').map(({ body }) => body)).toEqual([{ kind: 'real' }])
  })

  it('opens a lesson whose shops are for practice', async () => {
    openAs([role()], { 'PUT /api/centres/621221110/lessons': ok(summary({ number: '4827' }).lesson) })
    expect(await screen.findByText('店开出来就能接单。')).toBeInTheDocument()
    await press('练习的店', 'radio')
    expect(screen.getByText(/^先练手，不接单/)).toBeInTheDocument()
    await press('开课')
    expect(requestsTo('/lessons/', 'PUT').map(({ body }) => body)).toEqual([{ kind: 'practice' }])
  })

  it('leads to the figures of the lessons', async () => {
    openAs([role()])
    await press(/^教得怎么样/, 'link')
    expect(fakeTaro.navigations.at(-1)?.url).toBe('/pages/centre/figures?centre=621221110')
  })

  it('says that too many lessons are open', async () => {
    openAs([role()], { 'PUT /api/centres/621221110/lessons': problem(409, 'not-allowed-now') })
    await press('开课')
    expect(await screen.findByRole('alert')).toHaveTextContent('开着的课太多了')
  })

  it('lists open lessons first, and ended ones with their figures', async () => {
    const items = [
      summary({ id: `${lessonId}1`, number: '4827' }),
      summary({ id: `${lessonId}2`, endedAt: Date.now() }),
    ]
    openAs([role()], { lessons: ok({ items }) })
    await press('回到课堂 4827')
    expect(fakeTaro.navigations.at(-1)?.url).toBe(`/pages/centre/lesson?lesson=${lessonId}1`)
    expect(screen.getByText('12 人学，9 人开张，中位 3 分 5 秒')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: '再开一堂课' })).toBeInTheDocument()
    await press(/12 人学/, 'link')
    expect(fakeTaro.navigations.at(-1)?.url).toBe(`/pages/centre/sheet?lesson=${lessonId}2`)
  })

  it('shows the county its lessons without the learners, and small groups without figures', async () => {
    const few = { learners: 3, opened: undefined, median: undefined, mayAct: false }
    const items = [
      summary({ id: `${lessonId}1`, number: '4827' }, { mayAct: false }),
      summary({ id: `${lessonId}2`, endedAt: Date.now() }, few),
    ]
    const centre = { centre: county, county, role: 'county', towns: [] }
    openAs([role({ centre: county, role: 'county' })], {
      'GET /api/centres/621221': ({ path }) => ok(path.endsWith('/lessons') ? { items } : centre),
    })
    expect(await screen.findByText('3 人学')).toBeInTheDocument()
    expect(screen.getByText('课堂号 4827')).toBeInTheDocument()
    expect(screen.getByText('12 人在学，9 人已开张')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '回到课堂 4827' })).toBeNull()
    expect(screen.queryByRole('link', { name: /3 人学/ })).toBeNull()
  })

  it('shows no staff to a trainer', async () => {
    openAs([role()])
    await screen.findByRole('button', { name: '开课' })
    expect(screen.queryByText('人员')).toBeNull()
  })

  it('links a keeper to the staff of the centre', async () => {
    openAs([role({ role: 'keeper' })])
    await press(/^人员/, 'link')
    expect(fakeTaro.navigations.at(-1)?.url).toBe('/pages/centre/staff?centre=621221110')
  })

  it('shows the county office its towns with the number of staff', async () => {
    const towns = [
      { ...town, staff: 2 },
      { code: '621221102', name: '红川镇', staff: 0 },
    ]
    openAs([role({ centre: county, role: 'county' })], {
      'GET /api/centres/621221/': ok({ items: [] }),
      'GET /api/centres/621221': ({ path }) =>
        path.endsWith('/621221') ? ok({ centre: county, county, role: 'county', towns }) : ok({ items: [] }),
    })
    expect(await screen.findByText('成县服务中心')).toBeInTheDocument()
    expect(await screen.findByText('还没有人')).toBeInTheDocument()
    await press(/^沙坝镇服务站.*2 人/, 'link')
    expect(fakeTaro.navigations.at(-1)?.url).toBe('/pages/centre/index?centre=621221110')
    await press(/^人员/, 'link')
    expect(fakeTaro.navigations.at(-1)?.url).toBe('/pages/centre/staff?centre=621221')
  })

  it('reports that the centre of the address is not one of the user’s', async () => {
    answerCentre({})
    fakeTaro.params({ centre: '621221102' })
    render(<CentrePage />)
    expect(await screen.findByText('这个服务站打不开')).toBeInTheDocument()
  })
})
