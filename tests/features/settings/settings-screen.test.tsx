import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { addDays, dayOf } from '@/domain/day'
import type { HelpPurpose } from '@/domain/shop/help'
import type { Shop } from '@/domain/shop/shop'
import { useSettingsDrafts } from '@/features/settings/settings-draft-store'
import type { SettingsPartName } from '@/features/settings/settings-parts'
import { SettingsScreen } from '@/features/settings/settings-screen'
import { type Answer, fakeTaro, type Request } from '../../support/components/taro'
import { shop, shopId } from './sample-shop'

type Sent = {
  version: number
  name: string
  payments: string[]
  freight: Shop['freight']
  closedUntil?: string
}
let onPut: (request: Request) => Answer | null | Promise<Answer>
const puts = () => fakeTaro.requests.filter(({ method }) => method === 'PUT').map(({ body }) => body as Sent)
const changed = (current: unknown): Answer => ({
  status: 409,
  body: { code: 'version-conflict', status: 409, current },
})

interface ScreenProps {
  part?: SettingsPartName
  first?: ReturnType<typeof shop>
  purposes?: HelpPurpose[]
}

function Screen({ part = 'storefront', first = shop(), purposes }: ScreenProps) {
  const [now, setNow] = useState(first)
  return <SettingsScreen part={part} shop={now} onSaved={setNow} purposes={purposes} />
}

beforeEach(() => {
  fakeTaro.reset()
  useSettingsDrafts.setState({ drafts: {} })
  onPut = ({ body }) => {
    const { version, ...settings } = body as Sent
    return { status: 200, body: { ...shop(), ...settings, version: version + 1 } }
  }
  fakeTaro.answer((request) => {
    if (request.path === '/api/sessions') return { status: 200, body: { token: 't', accountId: 'a' } }
    if (request.method === 'GET') return { status: 200, body: { items: [] } }
    return request.method === 'DELETE' ? { status: 200, body: { removed: 2 } } : onPut(request)
  })
})

const name = () => screen.getByLabelText('店名')
async function rename(text: string) {
  await userEvent.clear(name())
  await userEvent.type(name(), text)
}
const press = (words: string) => userEvent.click(screen.getByRole('button', { name: words }))

describe('SettingsScreen', () => {
  it('offers to save once a field is changed and sends the version that was loaded', async () => {
    render(<Screen />)
    expect(screen.queryByRole('button', { name: '存好' })).toBeNull()
    await rename('山货铺')
    await press('存好')
    await waitFor(() => expect(screen.queryByRole('button', { name: '存好' })).toBeNull())
    expect(puts().map((body) => [body.version, body.name])).toEqual([[5, '山货铺']])
    expect(name()).toHaveValue('山货铺')
  })

  it('shows a helper phone and WeChat id only where the owner agreed to these two', () => {
    const labels = () =>
      ['店名', '店里电话', '店里微信号', '公告'].filter((one) => screen.queryByLabelText(one))
    const { rerender } = render(<Screen purposes={['settings']} />)
    expect(labels()).toEqual(['店名', '公告'])
    expect(screen.getByText(/店里电话和微信号，要店主.*点了头才能改/)).toBeVisible()
    rerender(<Screen purposes={['contact']} />)
    expect(labels()).toEqual(['店里电话', '店里微信号'])
    rerender(<Screen purposes={['settings', 'contact']} />)
    expect(labels()).toEqual(['店名', '店里电话', '店里微信号', '公告'])
  })

  it('names online payment with the others where the shop has it, in the order of the shop', () => {
    const { unmount } = render(<Screen part="payments" />)
    expect(screen.getByText('怎么送就怎么收，都是见到货才付钱。')).toBeVisible()
    unmount()
    render(<Screen part="payments" first={{ ...shop(), payments: ['wechat', 'on-pickup', 'on-delivery'] }} />)
    expect(screen.getByText('送上门：微信支付，或送到再付钱')).toBeVisible()
    expect(screen.getByText('买家能先在网上付，也能见到货再付。')).toBeVisible()
    expect(screen.getByRole('button', { name: '看看网上收钱' })).toBeVisible()
    expect(screen.queryByText(/都是见到货才付钱/)).toBeNull()
  })

  it('saves once on a double tap', async () => {
    const answers: ((answer: Answer) => void)[] = []
    onPut = () => new Promise((resolve) => answers.push(resolve))
    render(<Screen />)
    await rename('山货铺')
    await userEvent.dblClick(screen.getByRole('button', { name: '存好' }))
    await waitFor(() => expect(answers).toHaveLength(1))
    await act(async () => answers[0]?.({ status: 200, body: shop({ name: '山货铺', version: 6 }) }))
    expect(puts()).toHaveLength(1)
  })

  it('adjusts the payments to the ways of sending', async () => {
    render(<Screen part="delivery" />)
    await userEvent.click(screen.getByRole('checkbox', { name: /^自提/ }))
    await userEvent.click(screen.getByRole('checkbox', { name: /^快递/ }))
    await userEvent.type(screen.getByLabelText('寄一单收多少钱'), '12')
    await press('存好')
    await waitFor(() => expect(puts().map(({ payments }) => payments)).toEqual([['on-delivery']]))
  })

  it('asks for the courier fee when courier is chosen and accepts free courier', async () => {
    onPut = ({ body }) => ({ status: 200, body: shop(body as object) })
    render(<Screen part="delivery" />)
    await userEvent.click(screen.getByRole('checkbox', { name: /^快递/ }))
    const question = '寄一单收多少钱？写个数，包邮就点「包邮」'
    expect(screen.getByText(question)).toBeInTheDocument()
    await press('存好')
    expect(puts()).toEqual([])
    await press('包邮')
    expect(screen.queryByText(question)).toBeNull()
    await press('存好')
    await waitFor(() => expect(puts()[0]?.freight.courier).toEqual({ fee: 0 }))
  })

  it('keeps unsaved changes after it is closed', async () => {
    const { unmount } = render(<Screen />)
    await rename('山货铺')
    unmount()
    render(<Screen />)
    expect(name()).toHaveValue('山货铺')
    await press('不改了')
    expect(name()).toHaveValue('家乡山货铺')
  })

  describe('on a version conflict', () => {
    const theirs = shop({ version: 9, phone: '13800009999' })

    it('shows both versions and saves the merged one', async () => {
      const answers: Answer[] = [
        changed(theirs),
        { status: 200, body: { ...theirs, name: '山货铺', version: 10 } },
      ]
      onPut = () => answers.shift() ?? null
      render(<Screen />)
      await rename('山货铺')
      await press('存好')
      expect(await screen.findByText('店里电话：13800009999')).toBeInTheDocument()
      expect(screen.getByText('店名：山货铺')).toBeInTheDocument()
      await press('用我写的')
      await waitFor(() => expect(puts()).toHaveLength(2))
      expect(puts()[1]).toMatchObject({ version: 9, name: '山货铺', phone: '13800009999' })
      await waitFor(() => expect(screen.queryByRole('button', { name: '存好' })).toBeNull())
    })

    it('discards the typed value when the stored one is chosen', async () => {
      onPut = () => changed(shop({ version: 9, name: '成县山货' }))
      render(<Screen />)
      await rename('山货铺')
      await press('存好')
      await userEvent.click(await screen.findByRole('button', { name: '用那边的' }))
      expect(name()).toHaveValue('成县山货')
      expect(puts()).toHaveLength(1)
    })

    it('keeps the typed value when the dialog is closed', async () => {
      onPut = () => changed(theirs)
      render(<Screen />)
      await rename('山货铺')
      await press('存好')
      await userEvent.click(await screen.findByRole('button', { name: '关上' }))
      expect(name()).toHaveValue('山货铺')
      expect(screen.getByRole('button', { name: '存好' })).toBeInTheDocument()
    })

    it('treats a stored state equal to the sent one as saved', async () => {
      onPut = () => changed(shop({ version: 6, name: '山货铺' }))
      render(<Screen />)
      await rename('山货铺')
      await press('存好')
      await waitFor(() => expect(screen.queryByRole('button', { name: '存好' })).toBeNull())
      expect(screen.queryByText('别处刚改过')).toBeNull()
    })
  })

  it('shows why saving failed and keeps the changes', async () => {
    onPut = () => null
    render(<Screen />)
    await rename('山货铺')
    await press('存好')
    expect(await screen.findByText('没连上，看看手机有没有网，再试一次。')).toBeInTheDocument()
    expect(name()).toHaveValue('山货铺')
  })

  it('saves closing and reopening at once without the unsaved changes', async () => {
    const day = addDays(dayOf(Date.now()), 3)
    const { rerender } = render(<Screen />)
    await rename('山货铺')
    rerender(<Screen part="closure" />)
    await press('歇几天……')
    const days = within(screen.getByRole('radiogroup', { name: '哪天再开门？' })).getAllByRole('radio')
    await userEvent.click(days[2] as HTMLElement)
    expect(await screen.findByText(/歇业中/)).toBeInTheDocument()
    expect(puts()[0]).toMatchObject({ name: '家乡山货铺', closedUntil: day })
    await press('恢复营业')
    expect(await screen.findByText('照常开着，买家能下单。')).toBeInTheDocument()
    expect(puts()[1]).not.toHaveProperty('closedUntil')
    rerender(<Screen />)
    expect(name()).toHaveValue('山货铺')
    await press('存好')
    await waitFor(() => expect(puts()[2]).toMatchObject({ version: 7, name: '山货铺' }))
  })

  it('pauses the shop without a day and says why', async () => {
    render(<Screen part="closure" />)
    await press('歇几天……')
    await userEvent.type(screen.getByLabelText('跟买家说一句（不写也行）'), '收核桃去了。')
    await press('不定日子，我开了再接单')
    expect(await screen.findByText('您跟买家说：收核桃去了')).toBeInTheDocument()
    expect(puts()[0]).toMatchObject({ closedUntil: '9999-12-31', closedNote: '收核桃去了' })
    await press('恢复营业')
    await waitFor(() => expect(puts()).toHaveLength(2))
    expect(puts()[1]).not.toHaveProperty('closedNote')
  })

  it('keeps the sentence for buyers when pausing the shop could not be saved', async () => {
    const save = onPut
    onPut = () => null
    render(<Screen part="closure" />)
    await press('歇几天……')
    const note = () => screen.getByLabelText('跟买家说一句（不写也行）')
    await userEvent.type(note(), '收核桃去了')
    await press('不定日子，我开了再接单')
    expect(await screen.findByText('没连上，看看手机有没有网，再试一次。')).toBeInTheDocument()
    onPut = save
    await press('歇几天……')
    expect(note()).toHaveValue('收核桃去了')
    await press('不定日子，我开了再接单')
    expect(await screen.findByText('您跟买家说：收核桃去了')).toBeInTheDocument()
    await press('恢复营业')
    await press('歇几天……')
    expect(note()).toHaveValue('')
  })

  it('saves and discards the fields of its page, and leaves the edits of other pages unsaved', async () => {
    const { rerender } = render(<Screen />)
    await rename('山货铺')
    rerender(<Screen part="delivery" />)
    expect(screen.queryByRole('button', { name: '存好' })).toBeNull()
    await userEvent.type(screen.getByLabelText('在哪里自提'), '村口')
    await press('存好')
    await waitFor(() => expect(puts()).toHaveLength(1))
    expect(puts()[0]).toMatchObject({ version: 5, name: '家乡山货铺', pickupPlace: '村口' })
    await waitFor(() => expect(screen.queryByRole('button', { name: '存好' })).toBeNull())
    await userEvent.type(screen.getByLabelText('在哪里自提'), '小卖部')
    await press('不改了')
    expect(screen.getByLabelText('在哪里自提')).toHaveValue('村口')
    rerender(<Screen />)
    expect(name()).toHaveValue('山货铺')
    await press('存好')
    await waitFor(() => expect(puts()).toHaveLength(2))
    expect(puts()[1]).toMatchObject({ version: 6, name: '山货铺', pickupPlace: '村口' })
  })

  it('saves a page while a field of another page is invalid', async () => {
    const { rerender } = render(<Screen />)
    await userEvent.clear(name())
    rerender(<Screen part="delivery" />)
    await userEvent.type(screen.getByLabelText('在哪里自提'), '村口')
    await press('存好')
    await waitFor(() => expect(puts()[0]).toMatchObject({ name: '家乡山货铺', pickupPlace: '村口' }))
  })

  it('removes other phones only after one confirmation', async () => {
    render(<Screen part="key" />)
    const removals = () => fakeTaro.requests.filter(({ method }) => method === 'DELETE')
    await press('只留这部手机')
    await press('先不动')
    expect(removals()).toHaveLength(0)
    await press('只留这部手机')
    const [, yes] = screen.getAllByRole('button', { name: '只留这部手机' })
    await userEvent.click(yes as HTMLElement)
    expect(await screen.findByText('好了，去掉了 2 部手机')).toBeInTheDocument()
    expect(removals().map(({ path }) => path)).toEqual([`/api/shops/${shopId}/other-owners`])
  })
})
