import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Documents from '@/pages/privacy/documents'
import { type Answer, fakeTaro, ok } from '../../support/components/taro'

const effectiveAt = Date.parse('2099-12-10')
const announced = { version: 2, effectiveAt, announcedAt: 5, changes: '退换的日子没有变', isImportant: false }
const items = [
  { kind: 'agreement', versions: [{ version: 1 }] },
  { kind: 'rules', versions: [announced, { version: 1 }] },
  { kind: 'privacy', versions: [{ version: 3, effectiveAt: Date.parse('2020-03-01') }, { version: 1 }] },
]

const answer = ({ path }: { path: string }): Answer => {
  if (path === '/api/health')
    return ok({ ok: true, operator: { name: '示例服务社', contact: '19900000000' } })
  if (path === '/api/documents') return ok({ items })
  if (path === '/api/documents/rules/versions/2')
    return ok({ ...announced, text: '# 不能卖的\n假货。\n野味。' })
  if (path === '/api/documents/rules/versions/1') return ok({ version: 1, text: '一直卖真货。' })
  return ok({ agreed: true })
}

const press = async (role: string, name: string | RegExp) =>
  userEvent.click(await screen.findByRole(role, { name }))

beforeEach(() => fakeTaro.reset())

describe('the documents of the installation', () => {
  it('can be read again after a failure', async () => {
    fakeTaro.answer((): Answer | null => null)
    render(<Documents />)
    const retry = await screen.findByRole('button', { name: /再试/ })
    fakeTaro.answerSignedIn(answer)
    await userEvent.click(retry)
    expect(await screen.findByText('平台规则')).toBeInTheDocument()
  })

  it('are listed with the version in force and the one that is announced', async () => {
    fakeTaro.answerSignedIn(answer)
    render(<Documents />)
    expect(await screen.findByText('2099年12月10日起要改，看看改了什么')).toBeInTheDocument()
    expect(screen.getByText('2020年3月1日起用这一版')).toBeInTheDocument()
    expect(screen.getByText('一直用的这一版')).toBeInTheDocument()
    await press('button', /^平台规则/)
    expect(fakeTaro.navigations[0]?.url).toBe('/pages/privacy/documents?kind=rules')
  })

  it('show an announced version with its changes, which the reader confirms', async () => {
    fakeTaro.answerSignedIn(answer)
    fakeTaro.params({ kind: 'rules' })
    render(<Documents />)
    expect(await screen.findByText('退换的日子没有变')).toBeInTheDocument()
    expect(screen.getByRole('heading', { name: '不能卖的' })).toBeInTheDocument()
    expect(screen.getByText('野味。')).toBeInTheDocument()
    expect(await screen.findByText('有意见，在那天之前告诉我们：19900000000。')).toBeInTheDocument()
    await press('button', '知道了')
    const consent = fakeTaro.requests.find(({ path }) => path === '/api/me/consents')
    expect(consent).toMatchObject({ method: 'PUT', body: { kinds: ['rules'], version: 2 } })
    expect(fakeTaro.navigations).toHaveLength(1)
  })

  it('show the version in force on demand', async () => {
    fakeTaro.answerSignedIn(answer)
    fakeTaro.params({ kind: 'rules' })
    render(<Documents />)
    await press('radio', '第 1 版')
    expect(await screen.findByText('一直卖真货。')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '知道了' })).toBeNull()
  })
})
