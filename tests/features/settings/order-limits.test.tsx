import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import type { ManagedShop } from '@/domain/shop/shop'
import { SaveBar } from '@/features/settings/save-bar'
import { useSettingsDrafts } from '@/features/settings/settings-draft-store'
import { SettingsPanel } from '@/features/settings/settings-panel'
import { useSettings } from '@/features/settings/use-settings'
import { fakeTaro, ok } from '../../support/components/taro'
import { shop } from './sample-shop'

type Sent = { version: number; orderLimits?: object }
let blocked: object[]
const sent = (method: string) => fakeTaro.requests.filter((request) => request.method === method)
const limitsSent = () => sent('PUT').map(({ body }) => (body as Sent).orderLimits)

function Panel({ first }: { first: ManagedShop }) {
  const [now, setNow] = useState(first)
  const settings = useSettings(now, setNow)
  return (
    <>
      <SettingsPanel shop={now} settings={settings} onSaved={setNow} />
      <SaveBar settings={settings} />
    </>
  )
}

beforeEach(() => {
  fakeTaro.reset()
  useSettingsDrafts.setState({ drafts: {} })
  blocked = []
  fakeTaro.answerSignedIn(({ path, method, body }) => {
    if (method === 'DELETE') blocked = []
    if (path.includes('/blocked-buyers'))
      return ok(method === 'GET' ? { items: blocked } : { blocked: false })
    const { version, ...settings } = body as Sent
    return ok({ ...shop(), ...settings, version: version + 1 })
  })
})

const choose = async (group: string, name: string) =>
  userEvent.click(within(screen.getByRole('radiogroup', { name: group })).getByRole('radio', { name }))

describe('SettingsPanel order limits', () => {
  it('shows the defaults and saves other limits', async () => {
    render(<Panel first={shop()} />)
    for (const chosen of ['3 单', '一半', '2 天'])
      expect(screen.getByRole('radio', { name: chosen })).toHaveAttribute('aria-checked', 'true')
    await choose('一个人最多几单等您接', '5 单')
    await choose('头一回买的人，一样货最多要多少', '不限')
    await choose('多久没接，就自动取消', '不取消')
    await userEvent.click(screen.getByRole('button', { name: '存好' }))
    await waitFor(() => expect(screen.queryByRole('button', { name: '存好' })).toBeNull())
    expect(limitsSent()).toEqual([{ waiting: 5 }])
    expect(screen.getByRole('radio', { name: '5 单' })).toHaveAttribute('aria-checked', 'true')
  })

  it('keeps custom limits when another field is saved', async () => {
    const limits = { waiting: 7, newBuyer: { percent: 30, least: 20 }, expiryHours: 36 }
    render(<Panel first={{ ...shop(), orderLimits: limits }} />)
    expect(screen.getByRole('radio', { name: '36 小时' })).toHaveAttribute('aria-checked', 'true')
    await userEvent.type(screen.getByLabelText('店名'), '好')
    await userEvent.click(screen.getByRole('button', { name: '存好' }))
    await waitFor(() => expect(sent('PUT')).toHaveLength(1))
    expect(limitsSent()).toEqual([limits])
  })

  it('saves the stock at which the owner is warned', async () => {
    render(<Panel first={shop()} />)
    const line = screen.getByRole('radiogroup', { name: '一样货剩多少，就提醒您' })
    expect(within(line).getByRole('radio', { name: '剩 5' })).toHaveAttribute('aria-checked', 'true')
    await choose('一样货剩多少，就提醒您', '剩 20')
    await userEvent.click(screen.getByRole('button', { name: '存好' }))
    await waitFor(() => expect(sent('PUT')).toHaveLength(1))
    expect(sent('PUT')[0]?.body).toMatchObject({ lowStock: 20 })
  })

  it('lists blocked buyers and unblocks them', async () => {
    blocked = [{ orderId: '01J000000000000000000RDER1', name: '收货人', phone: '13900001234', since: 1 }]
    render(<Panel first={shop()} />)
    await userEvent.click(await screen.findByRole('button', { name: '又接这个人的单，收货人 13900001234' }))
    expect(await screen.findByText('好了，这个人又能下单了')).toBeInTheDocument()
    expect(sent('DELETE').map(({ path }) => path)).toEqual([
      expect.stringMatching(/\/blocked-buyers\/01J000000000000000000RDER1$/),
    ])
    await waitFor(() => expect(screen.queryByText('收货人 13900001234')).toBeNull())
  })
})
