import { render, screen, within } from '@testing-library/react'
import OwnAppPage from '@/pages/privacy/own-app'
import { fakeTaro, ok } from '../../support/components/taro'

const SHOP = '01J0000000000000000000SHPA'
const NEW = {
  filing: 'waiting',
  category: 'waiting',
  payment: 'waiting',
  audit: 'waiting',
  release: 'waiting',
}

beforeEach(() => fakeTaro.reset())

async function open(app?: object) {
  fakeTaro.answerSignedIn(() => ok(app ? { app: { appid: 'wx1', ...app } } : {}))
  fakeTaro.params({ shop: SHOP })
  render(<OwnAppPage />)
  await screen.findByText(app ? '备案' : '没有自己的小程序')
}

const step = (name: string) => {
  const found = screen.getAllByRole('listitem').find((item) => within(item).queryByText(name))
  if (!found) throw new Error(`no step ${name}`)
  return found
}

describe('OwnAppScreen', () => {
  it('shows five steps, and what WeChat and the operator say at the one on which it waits', async () => {
    await open({
      states: { ...NEW, filing: 'refused', category: 'underway' },
      note: '请再拍一次身份证',
      filing: { gaps: [], problems: ['照片不清楚'], readAt: 1 },
    })
    expect(screen.getAllByRole('listitem')).toHaveLength(5)
    expect(step('备案')).toHaveTextContent(
      '被退回改好再交，不用从头来。照片不清楚管平台的人说：请再拍一次身份证',
    )
    expect(step('卖什么')).toHaveTextContent('在等微信在看证照，一到七天。')
    expect(step('发布')).toHaveTextContent('还没办')
    expect(step('发布')).not.toHaveTextContent('管平台的人说')
  })

  it('names what is missing before the filing', async () => {
    await open({ states: NEW, filing: { gaps: ['info', 'verification'], problems: [], readAt: 1 } })
    expect(step('备案')).toHaveTextContent('还缺：名字和头像、认证')
  })

  it('says that it is released', async () => {
    await open({ states: Object.fromEntries(Object.keys(NEW).map((key) => [key, 'done'])) })
    expect(screen.getByText('上线了')).toBeInTheDocument()
    expect(step('发布')).toHaveTextContent('好了买家搜得到了。')
  })

  it('says that a shop has none', async () => {
    await open()
    expect(screen.getByRole('button', { name: '回去' })).toBeInTheDocument()
  })
})
