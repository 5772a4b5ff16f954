import { endTest, FakeServer, HELP, kill, launch, phone, storeHelp } from './launch-wizard'

jest.mock('@/platform/media/photos', () => ({ localPhotos: require('./launch-wizard').photos }))

let server: FakeServer

beforeEach(() => {
  jest.useFakeTimers()
  require('../../support/components/taro').fakeTaro.reset()
  phone.storedPhotos.clear()
  phone.sent.length = 0
  server = new FakeServer()
})
afterEach(endTest)

const puts = (fakeTaro: { requests: { method: string; path: string; body: unknown }[] }) =>
  fakeTaro.requests.filter(({ method, path }) => method === 'PUT' && path.startsWith('/api/shops/'))

describe('publishing from the wizard', () => {
  it("sends the answers and opens the published shop's page", async () => {
    const { answerAll, press, wait, fakeTaro } = launch(server)
    await answerAll('25.5')
    await press('开张', '对，开张')
    await wait(1000)
    const [put] = puts(fakeTaro)
    expect(put?.body).toMatchObject({
      trade: 'nuts',
      name: '成县核桃小店',
      template: 'woodgrain',
      fulfilments: ['local', 'pickup'],
      payments: ['on-delivery', 'on-pickup'],
      products: [{ name: '成县核桃', unit: '斤', photos: [], skus: [{ price: 2550, weight: 500 }] }],
    })
    const shopId = put?.path.slice('/api/shops/'.length)
    expect(fakeTaro.requests.find(({ path }) => path === '/api/me/consents')?.body).toEqual({
      kinds: ['agreement', 'rules'],
    })
    expect(fakeTaro.navigations).toEqual([{ by: 'redirectTo', url: `/pages/wizard/opened?shop=${shopId}` }])
    expect(JSON.parse(fakeTaro.storage.get(`opened-shop:${shopId}`) ?? '{}')).toMatchObject({
      slug: 'abc123',
      key: 'ABCD-EFGH-JKMN-PQRS-TVWX',
    })
  })

  it('sends one request for any number of taps', async () => {
    const { answerAll, press, button, fireEvent, wait, fakeTaro } = launch(server)
    await answerAll()
    await press('开张')
    const open = button('对，开张')
    for (let i = 0; i < 5; i++) fireEvent.click(open)
    await wait(5000)
    expect(puts(fakeTaro)).toHaveLength(1)
    expect(server.opened.size).toBe(1)
  })

  it('sends the same request after a lost reply and opens one shop', async () => {
    server.loseReplies = 2
    const { answerAll, press, wait, fakeTaro, screen } = launch(server)
    await answerAll()
    await press('开张', '对，开张')
    expect(screen.getByText('没连上，先替您存着')).toBeInTheDocument()
    expect(fakeTaro.navigations).toEqual([])
    await wait(30_000)
    await wait(1000)
    const bodies = puts(fakeTaro).map((put) => JSON.stringify([put.path, put.body]))
    expect(bodies).toHaveLength(3)
    expect(new Set(bodies).size).toBe(1)
    expect(server.opened.size).toBe(1)
    expect(fakeTaro.navigations).toHaveLength(1)
  })

  it('waits offline without claiming success and publishes when online', async () => {
    server.before = () => null
    const { answerAll, press, wait, fakeTaro, screen } = launch(server)
    await answerAll()
    await press('开张', '对，开张')
    expect(screen.getByText(/现在还没开张/)).toBeInTheDocument()
    server.before = null
    window.dispatchEvent(new Event('online'))
    await wait(10)
    await wait(1000)
    expect(server.opened.size).toBe(1)
    expect(fakeTaro.navigations).toHaveLength(1)
    window.dispatchEvent(new Event('online'))
    await wait(120_000)
    expect(puts(fakeTaro).length).toBe(1)
  })

  it('resumes after a restart and opens the same shop', async () => {
    server.loseReplies = 1
    const first = launch(server)
    await first.answerAll()
    await first.press('开张', '对，开张')
    const sent = JSON.stringify(puts(first.fakeTaro)[0])
    kill()
    const second = launch(server)
    await second.wait()
    await second.wait(1000)
    expect(JSON.stringify(puts(second.fakeTaro)[0])).toBe(sent)
    expect(server.opened.size).toBe(1)
    expect(second.fakeTaro.navigations).toHaveLength(1)
  })

  it('accepts a shop that an earlier request opened with other content', async () => {
    server.loseReplies = 1
    const { answerAll, press, wait, fakeTaro } = launch(server)
    await answerAll()
    await press('开张', '对，开张', '先回去改改', '下一个样子', '开张', '对，开张')
    await wait(1000)
    expect(server.opened.size).toBe(1)
    expect(fakeTaro.navigations).toHaveLength(1)
  })

  it('leads from a validation error to its question', async () => {
    server.before = ({ method }) =>
      method === 'PUT'
        ? {
            status: 400,
            body: { code: 'bad-input', status: 400, fields: [{ path: '/products/0/name', message: 'x' }] },
          }
        : undefined
    const { answerAll, press, wait, screen, fakeTaro } = launch(server)
    await answerAll()
    await press('开张', '对，开张')
    expect(screen.getByText('有一处没填对，改一下再试。')).toBeInTheDocument()
    await press('去改「第一件货」')
    expect(screen.getByRole('heading', { name: '第一件货' })).toBeInTheDocument()
    server.before = null
    await press('改名', '花椒', '下一步', '行，下一步', '开张', '对，开张')
    await wait(1000)
    expect([...server.opened.values()][0]).toContain('成县花椒')
    expect(fakeTaro.navigations).toHaveLength(1)
  })

  it('offers a new id when the id belongs to another account', async () => {
    server.before = ({ method }) =>
      method === 'PUT' ? { status: 404, body: { code: 'not-found', status: 404 } } : undefined
    const { answerAll, press, wait, fakeTaro } = launch(server)
    await answerAll()
    await press('开张', '对，开张')
    server.before = null
    await press('换个号再开')
    await wait(1000)
    const paths = puts(fakeTaro).map((put) => put.path)
    expect(new Set(paths).size).toBe(2)
    expect(fakeTaro.navigations).toHaveLength(1)
  })
})

describe('publishing a shop for another person', () => {
  beforeEach(storeHelp)
  const conflict = { status: 409, body: { code: 'idempotency-conflict', status: 409 } }

  it('accepts a shop that an earlier request opened with other content, and passes it on', async () => {
    server.loseReplies = 1
    const { answerAll, press, wait, fakeTaro } = launch(server)
    await answerAll()
    await press('开张', '对，开张', '先回去改改', '下一个样子', '开张', '对，开张')
    await wait(1000)
    const [shopId] = [...server.opened.keys()]
    expect(server.opened.size).toBe(1)
    expect(fakeTaro.navigations).toEqual([{ by: 'redirectTo', url: `/pages/handover/give?shop=${shopId}` }])
    expect(JSON.parse(fakeTaro.storage.get(`opened-shop:${shopId}`) ?? '{}')).toMatchObject({
      ...{ slug: 'abc123', earlier: true, request: { help: HELP.id } },
    })
  })

  it('offers new ids when the shop of this id is not open under a help of this account', async () => {
    server.before = ({ method, path }) => {
      if (!path.startsWith('/api/shops/')) return undefined
      return method === 'PUT' ? conflict : { status: 404, body: { code: 'not-found', status: 404 } }
    }
    const { answerAll, press, wait, screen } = launch(server)
    await answerAll()
    await press('开张', '对，开张')
    await wait()
    expect(screen.getByText('这家店开不成')).toBeInTheDocument()
  })

  it('waits for the network when it is unknown whether an earlier request opened the shop', async () => {
    server.before = ({ method, path }) => {
      if (!path.startsWith('/api/shops/')) return undefined
      return method === 'PUT' ? conflict : null
    }
    const { answerAll, press, wait, screen } = launch(server)
    await answerAll()
    await press('开张', '对，开张')
    await wait()
    expect(screen.getByText('没连上，先替您存着')).toBeInTheDocument()
  })

  it('asks the person again in the same centre when the consent has expired', async () => {
    server.before = ({ method }) =>
      method === 'PUT' ? { status: 409, body: { code: 'help-over', status: 409 } } : undefined
    const { answerAll, press, wait, fakeTaro } = launch(server)
    await answerAll()
    await press('开张', '对，开张', '再问一次本人')
    await wait(2000)
    const { id, centre } = HELP
    expect(fakeTaro.navigations).toEqual([
      { by: 'redirectTo', url: `/pages/handover/help?centre=${centre}&again=${id}` },
    ])
  })
})

describe('wizard photo', () => {
  const withPhoto = async () => {
    const app = launch(server)
    await app.press('干货坚果', '拍一张', '拍照', '2', '5', '下一步', '行，下一步')
    return app
  }

  it('is uploaded once before the shop is sent', async () => {
    server.loseReplies = 1
    const { press, wait, fakeTaro } = await withPhoto()
    await press('开张', '对，开张')
    await wait(10_000)
    const [id] = phone.sent
    expect(phone.sent).toEqual([id])
    expect(server.photos).toEqual(new Set([id]))
    expect(puts(fakeTaro).map((put) => put.body)).toMatchObject([
      { products: [{ photos: [id] }] },
      { products: [{ photos: [id] }] },
    ])
  })

  it('can be omitted when the server rejects it', async () => {
    server.before = ({ path }) =>
      path.startsWith('/api/photos/')
        ? { status: 415, body: { code: 'not-a-photo', status: 415 } }
        : undefined
    const { press, wait, screen, fakeTaro } = await withPhoto()
    await press('开张', '对，开张')
    expect(screen.getByText('照片没传上去')).toBeInTheDocument()
    expect(puts(fakeTaro)).toHaveLength(0)
    await press('不放照片，开张')
    await wait(1000)
    expect(puts(fakeTaro)[0]?.body).toMatchObject({ products: [{ photos: [] }] })
    expect(fakeTaro.navigations).toHaveLength(1)
  })

  it('reports a file that cannot be read and keeps the answers', async () => {
    phone.picks.push(new Error('not a picture'))
    const { press, screen } = launch(server)
    await press('干货坚果', '2', '拍一张', '从相册选')
    expect(screen.getByRole('alert')).toHaveTextContent('这张打不开')
    await press('先不放照片')
    expect(screen.getByRole('img', { name: '卖多少钱 2' })).toBeInTheDocument()
  })
})
