import { LOOK_FORMAT } from '@/domain/look/look'
import { createBundledLook } from '@/templates/bundled-templates'
import { endTest, FakeServer, kill, launch, phone } from './launch-wizard'

jest.mock('@/platform/media/photos', () => ({ localPhotos: require('./launch-wizard').photos }))

/** A template that is not bundled, designed for nuts. */
const barn = {
  ...createBundledLook('plain'),
  name: 'barn',
  version: 3,
  title: '粮仓',
  description: '',
  suits: ['nuts'],
}
const TEMPLATES = '/api/templates'

let server: FakeServer

beforeEach(() => {
  jest.useFakeTimers()
  require('../../support/components/taro').fakeTaro.reset()
  phone.storedPhotos.clear()
  server = new FakeServer()
})
afterEach(endTest)

const withBarn = ({ path }: { path: string }) =>
  path === TEMPLATES ? { status: 200, body: { format: LOOK_FORMAT, items: [barn] } } : undefined
const templatesOffline = ({ path }: { path: string }) => (path === TEMPLATES ? null : undefined)
const preview = (title: string) => ({ name: `您的店，${title}样子` })
const sentTemplate = (fakeTaro: { requests: { method: string; body: unknown }[] }) =>
  (fakeTaro.requests.find(({ method }) => method === 'PUT')?.body as { template?: string } | undefined)
    ?.template

describe('downloaded template', () => {
  it("follows the trade's own template and precedes those of other trades", async () => {
    server.before = withBarn
    const { answerAll, press, screen } = launch(server)
    await answerAll()
    expect(screen.getByRole('img', preview('木纹'))).toBeInTheDocument()
    await press('下一个样子')
    expect(screen.getByRole('img', preview('粮仓'))).toBeInTheDocument()
  })

  it('is ignored when its look format differs', async () => {
    server.before = ({ path }) =>
      path === TEMPLATES ? { status: 200, body: { format: LOOK_FORMAT + 1, items: [barn] } } : undefined
    const { answerAll, press, screen } = launch(server)
    await answerAll()
    await press('下一个样子')
    expect(screen.queryByRole('img', preview('粮仓'))).toBeNull()
  })

  it('is available offline the next time', async () => {
    server.before = withBarn
    const { wait } = launch(server)
    await wait(100)
    kill()
    server.before = templatesOffline
    const { answerAll, press, screen } = launch(server)
    await answerAll()
    await press('下一个样子')
    expect(screen.getByRole('img', preview('粮仓'))).toBeInTheDocument()
  })

  it('is requested again when online', async () => {
    server.before = templatesOffline
    const { answerAll, press, wait, screen } = launch(server)
    await answerAll()
    server.before = withBarn
    window.dispatchEvent(new Event('online'))
    await wait(10)
    await press('下一个样子')
    expect(screen.getByRole('img', preview('粮仓'))).toBeInTheDocument()
  })

  it('falls back to the shown template when the chosen one is no longer known', async () => {
    server.before = withBarn
    const first = launch(server)
    await first.answerAll()
    await first.press('下一个样子')
    kill()
    first.fakeTaro.storage.delete('templates')
    server.before = templatesOffline
    const { press, wait, fakeTaro, screen } = launch(server)
    expect(screen.getByRole('img', preview('木纹'))).toBeInTheDocument()
    await press('开张')
    expect(screen.getByText('木纹样子')).toBeInTheDocument()
    await press('对，开张')
    await wait(1000)
    expect(sentTemplate(fakeTaro)).toBe('woodgrain')
  })

  it('is published by name', async () => {
    server.before = withBarn
    const { answerAll, press, wait, fakeTaro } = launch(server)
    await answerAll()
    await press('下一个样子', '开张', '对，开张')
    await wait(1000)
    expect(sentTemplate(fakeTaro)).toBe('barn')
  })
})
