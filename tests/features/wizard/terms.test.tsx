import { endTest, FakeServer, kill, launch, phone } from './launch-wizard'

jest.mock('@/platform/media/photos', () => ({ localPhotos: require('./launch-wizard').photos }))

beforeEach(() => {
  jest.useFakeTimers()
  require('../../support/components/taro').fakeTaro.reset()
  phone.storedPhotos.clear()
})
afterEach(endTest)

const server = new FakeServer()

/** Opens the wizard at its third question. */
async function atTerms() {
  const app = launch(server)
  await app.press('干货坚果', '2', '下一步')
  const toggle = async (name: string) => {
    app.fireEvent.click(app.screen.getByRole('checkbox', { name: new RegExp(`^${name}`) }))
    await app.wait(600)
  }
  return { ...app, toggle }
}

const draftNow = () => require('@/features/wizard/shop-draft').useDraft.getState().draft
const requestNow = () => require('@/features/wizard/publish/open-request').openRequest(draftNow())

describe('courier in the wizard', () => {
  it('asks for the fee at once and is chosen by the answer', async () => {
    const { press, screen, toggle } = await atTerms()
    await press('改一改，送货')
    await toggle('快递')
    expect(screen.getByRole('heading', { name: '寄一单收多少？' })).toBeInTheDocument()
    await press('1', '2', '好了')
    expect(screen.getByRole('checkbox', { name: /^快递/ })).toBeChecked()
    await press('好了')
    expect(screen.getByText('快递费 12 元')).toBeInTheDocument()
    expect(requestNow().freight).toEqual({ fee: 0, courier: { fee: 1200 } })
  })

  it('is free only after the owner chooses it', async () => {
    const { press, screen, toggle } = await atTerms()
    await press('改一改，送货')
    await toggle('快递')
    await press('包邮', '好了')
    expect(screen.getByText('快递包邮')).toBeInTheDocument()
    expect(requestNow().freight).toEqual({ fee: 0, courier: { fee: 0 } })
  })

  it('is not chosen when the question is closed', async () => {
    const { press, screen, toggle } = await atTerms()
    await press('改一改，送货')
    await toggle('快递')
    await press('关上')
    expect(screen.getByRole('checkbox', { name: /^快递/ })).not.toBeChecked()
    expect(requestNow().fulfilments).toEqual(['local', 'pickup'])
  })

  it('has a fee separate from local delivery', async () => {
    const { press, screen, fireEvent, toggle } = await atTerms()
    await press('改一改，送货')
    await toggle('快递')
    await press('8', '好了', '好了', '改送货费')
    fireEvent.click(screen.getByRole('radio', { name: '5 元' }))
    fireEvent.click(screen.getByRole('radio', { name: '快递' }))
    fireEvent.click(screen.getByRole('radio', { name: '99 元' }))
    await press('好了')
    expect(screen.getByText('送货费 5 元，快递费 8 元，满 99 元包邮')).toBeInTheDocument()
    expect(requestNow().freight).toEqual({ fee: 500, courier: { fee: 800, freeOver: 9900 } })
  })

  it('requires a fee before the next question when an older draft has none', async () => {
    const { press, screen } = await atTerms()
    const { useDraft } = require('@/features/wizard/shop-draft')
    const { act } = require('@testing-library/react')
    act(() => useDraft.getState().change({ fulfilments: ['courier'], freight: { fee: 500 } }))
    expect(screen.getByText('快递费还没定')).toBeInTheDocument()
    await press('行，下一步')
    expect(screen.getByRole('heading', { name: '寄一单收多少？' })).toBeInTheDocument()
    await press('9', '好了', '行，下一步')
    expect(screen.getByRole('heading', { name: '选个样子' })).toBeInTheDocument()
    expect(requestNow().freight.courier).toEqual({ fee: 900 })
  })
})

describe('shop phone in the wizard', () => {
  it('is entered on the terms question and sent with the shop', async () => {
    const { press, screen } = await atTerms()
    expect(screen.getByText('留个电话，买家好找您')).toBeInTheDocument()
    await press('留个电话，买家好找您', ...'19900000002', '好了')
    expect(screen.getByText('电话 199 0000 0002')).toBeInTheDocument()
    expect(requestNow().phone).toBe('19900000002')
  })

  it('is optional', async () => {
    const { press, screen } = await atTerms()
    await press('留个电话，买家好找您', '1', '3', '先不留', '行，下一步')
    expect(screen.getByRole('heading', { name: '选个样子' })).toBeInTheDocument()
    expect(requestNow()).not.toHaveProperty('phone')
  })

  it('is not sent while invalid and explains the error', async () => {
    const { press, screen, button } = await atTerms()
    await press('留个电话，买家好找您', ...'22222222222')
    expect(screen.getByText('手机号是 1 开头的 11 位，座机要带区号')).toBeInTheDocument()
    expect(button('好了')).toHaveAttribute('aria-disabled', 'true')
    await press('关上')
    expect(requestNow()).not.toHaveProperty('phone')
  })

  it('survives a restart', async () => {
    const { press } = await atTerms()
    await press('留个电话，买家好找您', ...'19900000002', '好了')
    kill()
    expect(launch(server).screen.getByText('电话 199 0000 0002')).toBeInTheDocument()
  })
})
