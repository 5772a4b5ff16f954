import { LOOK_FORMAT } from '@/domain/look'
import { lookOf } from '@/templates/registry'
import { FakeServer, kill, launch, phone } from './launch'

jest.mock('@/platform/media/photos', () => ({ localPhotos: require('./launch').photos }))

/** A template that no phone carries, drawn for nuts. */
const barn = { ...lookOf('plain'), name: 'barn', version: 3, title: '粮仓', description: '', suits: ['nuts'] }
const TEMPLATES = '/api/templates'

let server: FakeServer

beforeEach(() => {
  jest.useFakeTimers()
  require('../../support/taro').stage.reset()
  phone.kept.clear()
  server = new FakeServer()
})
afterEach(() => {
  kill()
  jest.useRealTimers()
})

const tells = ({ path }: { path: string }) =>
  path === TEMPLATES ? { status: 200, body: { format: LOOK_FORMAT, items: [barn] } } : undefined
const silent = ({ path }: { path: string }) => (path === TEMPLATES ? null : undefined)
const preview = (title: string) => ({ name: `您的店，${title}样子` })
const sentTemplate = (stage: { requests: { method: string; body: unknown }[] }) =>
  (stage.requests.find(({ method }) => method === 'PUT')?.body as { template?: string } | undefined)?.template

describe('templates a phone was told of', () => {
  it("come after the trade's own, and before those drawn for others", async () => {
    server.before = tells
    const { answerAll, press, screen } = launch(server)
    await answerAll()
    expect(screen.getByRole('img', preview('木纹'))).toBeInTheDocument()
    await press('下一个样子')
    expect(screen.getByRole('img', preview('粮仓'))).toBeInTheDocument()
  })

  it('are left alone when they are of another form of looks', async () => {
    server.before = ({ path }) =>
      path === TEMPLATES ? { status: 200, body: { format: LOOK_FORMAT + 1, items: [barn] } } : undefined
    const { answerAll, press, screen } = launch(server)
    await answerAll()
    await press('下一个样子')
    expect(screen.queryByRole('img', preview('粮仓'))).toBeNull()
  })

  it('are there without a network the next time', async () => {
    server.before = tells
    const { wait } = launch(server)
    await wait(100)
    kill()
    server.before = silent
    const { answerAll, press, screen } = launch(server)
    await answerAll()
    await press('下一个样子')
    expect(screen.getByRole('img', preview('粮仓'))).toBeInTheDocument()
  })

  it('are asked for again when the network returns', async () => {
    server.before = silent
    const { answerAll, press, wait, screen } = launch(server)
    await answerAll()
    server.before = tells
    window.dispatchEvent(new Event('online'))
    await wait(10)
    await press('下一个样子')
    expect(screen.getByRole('img', preview('粮仓'))).toBeInTheDocument()
  })

  it('that was chosen and is not known any more: what is shown instead is what is published', async () => {
    server.before = tells
    const first = launch(server)
    await first.answerAll()
    await first.press('下一个样子')
    kill()
    first.stage.storage.delete('templates')
    server.before = silent
    const { press, wait, stage, screen } = launch(server)
    expect(screen.getByRole('img', preview('木纹'))).toBeInTheDocument()
    await press('开张')
    expect(screen.getByText('木纹样子')).toBeInTheDocument()
    await press('对，开张')
    await wait(1000)
    expect(sentTemplate(stage)).toBe('woodgrain')
  })

  it('that is told of by its name: it is published under that name', async () => {
    server.before = tells
    const { answerAll, press, wait, stage } = launch(server)
    await answerAll()
    await press('下一个样子', '开张', '对，开张')
    await wait(1000)
    expect(sentTemplate(stage)).toBe('barn')
  })
})
