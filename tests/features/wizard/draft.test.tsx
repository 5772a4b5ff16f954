import { endTest, FakeServer, HELP, kill, launch, phone, storeHelp } from './launch-wizard'

jest.mock('@/platform/media/photos', () => ({ localPhotos: require('./launch-wizard').photos }))

beforeEach(() => {
  jest.useFakeTimers()
  require('../../support/components/taro').fakeTaro.reset()
  phone.storedPhotos.clear()
})
afterEach(endTest)

const server = new FakeServer()

describe('wizard draft', () => {
  it('survives a restart at every question', async () => {
    const first = launch(server)
    await first.press('蜂蜜')
    kill()
    const second = launch(server)
    expect(second.screen.getByText('成县土蜂蜜')).toBeInTheDocument()
    await second.press('中蜂', '6', '8', '点', '5')
    kill()
    const third = launch(server)
    expect(third.screen.getByText('成县中蜂土蜂蜜')).toBeInTheDocument()
    expect(third.screen.getByRole('img', { name: '卖多少钱 68.5' })).toBeInTheDocument()
    await third.press('下一步', '改送货费')
    third.fireEvent.click(third.screen.getByRole('radio', { name: '5 元' }))
    kill()
    const fourth = launch(server)
    expect(fourth.screen.getByText('送货费 5 元')).toBeInTheDocument()
    await fourth.press('行，下一步', '下一个样子')
    kill()
    const fifth = launch(server)
    expect(fifth.screen.getByRole('img', { name: '您的店，果园样子' })).toBeInTheDocument()
  })

  it('goes back one question and keeps every answer', async () => {
    const { press, screen, wait } = launch(server)
    await press('干货坚果', '2', '5', '下一步', '返回')
    await wait(100)
    expect(screen.getByRole('img', { name: '卖多少钱 25' })).toBeInTheDocument()
    window.history.back()
    await wait(100)
    expect(screen.getByRole('button', { name: '干货坚果', pressed: true })).toBeInTheDocument()
    await press('干货坚果')
    expect(screen.getByRole('img', { name: '卖多少钱 25' })).toBeInTheDocument()
  })

  it('leaves the wizard on back from the first question', async () => {
    const first = launch(server)
    await first.press('返回')
    expect(first.fakeTaro.navigations).toEqual([{ by: 'navigateBack', url: '' }])
  })

  it('offers to start over after one confirmation', async () => {
    const first = launch(server)
    expect(first.screen.queryByText('重新开始')).toBeNull()
    await first.press('水果', '3', '下一步')
    kill()
    const { press, screen, wait } = launch(server)
    expect(screen.getByText('接着上次的开')).toBeInTheDocument()
    await press('重新开始', '不清，接着开')
    expect(screen.getByText('送到门口收钱，')).toBeInTheDocument()
    await press('重新开始', '清掉，从头来')
    await wait(1000)
    expect(screen.getByRole('heading', { name: '您卖什么？' })).toBeInTheDocument()
    expect(screen.queryByText('重新开始')).toBeNull()
  })

  it('starts over with a shop for another person and asks for consent again', async () => {
    storeHelp()
    const first = launch(server)
    await first.press('水果', '3', '下一步')
    kill()
    const { press, screen, wait, fakeTaro } = launch(server)
    expect(screen.getByText('代收货人开店')).toBeInTheDocument()
    await press('重新开始', '清掉，从头来')
    await wait(2000)
    expect(fakeTaro.navigations).toEqual([
      { by: 'redirectTo', url: `/pages/handover/help?centre=${HELP.centre}` },
    ])
    expect(screen.queryByText('代收货人开店')).toBeNull()
  })

  it('measures only the time while visible', async () => {
    const { wait, screen, fakeTaro } = launch(server)
    await wait(65_000)
    expect(screen.getByText('1:05')).toBeInTheDocument()
    await wait(0)
    const { act } = require('@testing-library/react')
    act(() => fakeTaro.hide())
    await wait(600_000)
    act(() => fakeTaro.show())
    await wait(2_000)
    expect(screen.getByText('1:07')).toBeInTheDocument()
  })
})

describe('wizard first product', () => {
  it('composes the name from the county, the product and the chosen words', async () => {
    const { press, screen } = launch(server)
    await press('干货坚果', '新货', '薄皮')
    expect(screen.getByText('成县薄皮新货核桃')).toBeInTheDocument()
    await press('薄皮')
    expect(screen.getByText('成县新货核桃')).toBeInTheDocument()
  })

  it('accepts a typed name', async () => {
    const { press, screen, fireEvent } = launch(server)
    await press('干货坚果', '改名')
    fireEvent.input(screen.getByLabelText('都不是？自己写'), { target: { value: ' 山核桃仁 ' } })
    await press('就叫这个')
    expect(screen.getByText('山核桃仁')).toBeInTheDocument()
  })

  it('requires a price and explains it', async () => {
    const { press, screen, button } = launch(server)
    await press('干货坚果')
    expect(screen.getByText('卖多少钱？按下面的数字')).toBeInTheDocument()
    expect(button('下一步')).toHaveAttribute('aria-disabled', 'true')
    await press('0', '下一步')
    expect(screen.getByText('不能是 0 元，再按一下')).toBeInTheDocument()
    await press('5', '下一步')
    expect(screen.getByRole('heading', { name: '这样收钱、送货，行吗？' })).toBeInTheDocument()
  })

  it('asks once about a likely mistyped price', async () => {
    const { press, screen, wait } = launch(server)
    await press('干货坚果', '2', '5', '0', '0', '下一步')
    expect(screen.getByText('您定的是 2500 元一斤，对吗？')).toBeInTheDocument()
    await press('改一改', '下一步', '对，就这个价')
    expect(screen.getByRole('heading', { name: '这样收钱、送货，行吗？' })).toBeInTheDocument()
    await press('返回')
    await wait(100)
    await press('下一步')
    expect(screen.queryByText('您定的是 2500 元一斤，对吗？')).toBeNull()
  })

  it('asks about apples at 999 yuan a 斤', async () => {
    const { press, screen } = launch(server)
    await press('水果', '9', '9', '9', '下一步')
    expect(screen.getByText('您定的是 999 元一斤，对吗？')).toBeInTheDocument()
  })

  it('offers further trades behind 其他 on the same screen', async () => {
    const { press, screen } = launch(server)
    expect(screen.queryByRole('button', { name: '药材' })).toBeNull()
    await press('其他：药材、手工、小卖部', '药材')
    expect(screen.getByText('成县党参')).toBeInTheDocument()
  })
})

describe('wizard terms question', () => {
  it('keeps at least one way of sending and a payment for each', async () => {
    const { press, screen, fireEvent, wait } = launch(server)
    await press('干货坚果', '2', '下一步', '改一改，送货')
    const toggle = async (name: string) => {
      fireEvent.click(screen.getByRole('checkbox', { name: new RegExp(`^${name}`) }))
      await wait()
    }
    await toggle('送上门')
    await toggle('自提')
    expect(screen.getByRole('checkbox', { name: /^自提/ })).toBeChecked()
    await toggle('快递')
    await press('包邮', '好了')
    expect(screen.getByText('来自提的当面付，')).toBeInTheDocument()
    expect(screen.getByText('快递货到付款')).toBeInTheDocument()
  })

  it('offers no freight to an inn', async () => {
    const { press, screen } = launch(server)
    await press('民宿农家乐', '1', '2', '0', '下一步')
    expect(screen.getByText('人到店里再付')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '改送货费' })).toBeNull()
  })
})
