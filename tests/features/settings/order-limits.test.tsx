import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import type { ManagedShop } from '@/domain/shop/shop'
import { useSettingsDrafts } from '@/features/settings/settings-draft-store'
import type { SettingsPartName } from '@/features/settings/settings-parts'
import { SettingsScreen } from '@/features/settings/settings-screen'
import { fakeTaro } from '../../support/components/taro'
import { chooseOption, optionRow } from './choose-option'
import { shop } from './sample-shop'

type Sent = { version: number; orderLimits?: object }
let blocked: object[]
const sent = (method: string) => fakeTaro.requests.filter((request) => request.method === method)
const limitsSent = () => sent('PUT').map(({ body }) => (body as Sent).orderLimits)

function Screen({ first, part = 'days' }: { first: ManagedShop; part?: SettingsPartName }) {
  const [now, setNow] = useState(first)
  return <SettingsScreen part={part} shop={now} onSaved={setNow} />
}

beforeEach(() => {
  fakeTaro.reset()
  useSettingsDrafts.setState({ drafts: {} })
  blocked = []
  fakeTaro.answer(({ path, method, body }) => {
    if (path === '/api/sessions') return { status: 200, body: { token: 't', accountId: 'a' } }
    if (method === 'DELETE') blocked = []
    if (path.includes('/blocked-buyers'))
      return { status: 200, body: method === 'GET' ? { items: blocked } : { blocked: false } }
    const { version, ...settings } = body as Sent
    return { status: 200, body: { ...shop(), ...settings, version: version + 1 } }
  })
})

describe('SettingsScreen order limits', () => {
  it('shows the defaults and saves other limits', async () => {
    render(<Screen first={shop()} />)
    expect(optionRow('一个人最多几单等您接')).toHaveTextContent('3 单')
    expect(optionRow('头一回买的人，一样货最多要多少')).toHaveTextContent('一半')
    expect(optionRow('多久没接，就自动取消')).toHaveTextContent('2 天')
    await chooseOption('一个人最多几单等您接', '5 单')
    await chooseOption('头一回买的人，一样货最多要多少', '不限')
    await chooseOption('多久没接，就自动取消', '不取消')
    await userEvent.click(screen.getByRole('button', { name: '存好' }))
    await waitFor(() => expect(screen.queryByRole('button', { name: '存好' })).toBeNull())
    expect(limitsSent()).toEqual([{ waiting: 5 }])
    expect(optionRow('一个人最多几单等您接')).toHaveTextContent('5 单')
  })

  it('keeps custom limits when another one is changed', async () => {
    const limits = { waiting: 7, newBuyer: { percent: 30, least: 20 }, expiryHours: 36 }
    render(<Screen first={{ ...shop(), orderLimits: limits }} />)
    expect(optionRow('多久没接，就自动取消')).toHaveTextContent('36 小时')
    await chooseOption('一个人最多几单等您接', '5 单')
    await userEvent.click(screen.getByRole('button', { name: '存好' }))
    await waitFor(() => expect(sent('PUT')).toHaveLength(1))
    expect(limitsSent()).toEqual([{ ...limits, waiting: 5 }])
  })

  it('lists blocked buyers and unblocks them', async () => {
    blocked = [{ orderId: '01J000000000000000000RDER1', name: '收货人', phone: '13900001234', since: 1 }]
    render(<Screen first={shop()} part="alerts" />)
    await userEvent.click(await screen.findByRole('button', { name: '又接这个人的单，收货人 13900001234' }))
    expect(await screen.findByText('好了，这个人又能下单了')).toBeInTheDocument()
    expect(sent('DELETE').map(({ path }) => path)).toEqual([
      expect.stringMatching(/\/blocked-buyers\/01J000000000000000000RDER1$/),
    ])
    await waitFor(() => expect(screen.queryByText('收货人 13900001234')).toBeNull())
  })
})
