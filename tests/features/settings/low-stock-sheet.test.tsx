import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import type { ManagedShop } from '@/domain/shop/shop'
import { ProductsPanel } from '@/features/products/list/products-panel'
import { LowStockSheet } from '@/features/settings/low-stock-sheet'
import { useSettingsDrafts } from '@/features/settings/settings-draft-store'
import { formFromShop } from '@/features/settings/settings-form'
import { HelperDashboard } from '@/pages/merchant/helper-dashboard'
import { type Answer, fakeTaro, ok } from '../../support/components/taro'
import { sampleHelp } from '../handover/sample-help'
import { named } from '../products/sample-products'
import { shop, shopId } from './sample-shop'

type Sent = { version: number; lowStock: number; notice?: string }
let goods: ReturnType<typeof named>[]
let answer: (body: Sent) => Answer
const sent = () => fakeTaro.requests.filter(({ method }) => method === 'PUT').map(({ body }) => body as Sent)

beforeEach(() => {
  fakeTaro.reset()
  useSettingsDrafts.setState({ drafts: {} })
  goods = [named('核桃', 1), named('木耳', 2)]
  answer = ({ version, ...settings }) => ok({ ...shop(), ...settings, version: version + 1 })
  fakeTaro.answerSignedIn(({ method, body }) =>
    method === 'PUT' ? answer(body as Sent) : ok({ items: goods }),
  )
})

function Goods({ isShared = true }) {
  const [here, setHere] = useState<ManagedShop>(shop())
  return (
    <ProductsPanel
      shop={here}
      active
      onChanged={() => undefined}
      lowStockSheet={
        isShared ? (onClose) => <LowStockSheet shop={here} onSaved={setHere} onClose={onClose} /> : undefined
      }
    />
  )
}
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
async function openSheet() {
  await press('更多')
  await press('剩多少提醒')
}

describe('LowStockSheet', () => {
  it('saves the stock at which the owner is warned by one tap among the goods', async () => {
    render(<Goods />)
    await openSheet()
    expect(screen.getByRole('button', { name: '剩 5' })).toHaveAttribute('aria-pressed', 'true')
    await press('剩 20')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(sent()).toMatchObject([{ version: 5, lowStock: 20 }])
    await openSheet()
    expect(screen.getByRole('button', { name: '剩 20' })).toHaveAttribute('aria-pressed', 'true')
  })

  it('keeps what another phone has saved meanwhile', async () => {
    const current = { ...shop({ version: 9 }), notice: '新核桃下来了' }
    answer = ({ version, ...settings }) =>
      version < 9
        ? { status: 409, body: { code: 'version-conflict', status: 409, current } }
        : ok({ ...current, ...settings, version: 10 })
    render(<Goods />)
    await openSheet()
    await press('剩 10')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(sent()).toMatchObject([
      { version: 5, lowStock: 10 },
      { version: 9, lowStock: 10, notice: '新核桃下来了' },
    ])
  })

  it('leaves other edits unsaved, and bases them on what it has saved', async () => {
    useSettingsDrafts.setState({ drafts: { [shopId]: { base: shop(), edits: { notice: '写了一半' } } } })
    render(<Goods />)
    await openSheet()
    await press('剩 3')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(sent()[0]).not.toHaveProperty('notice')
    const draft = useSettingsDrafts.getState().drafts[shopId]
    expect(draft).toMatchObject({ base: { version: 6, lowStock: 3 }, edits: { notice: '写了一半' } })
    expect(draft && formFromShop(draft.base).lowStock).toBe('3')
  })

  it('stays open and says why it could not save', async () => {
    answer = () => ({ status: 503, body: { code: 'unavailable', status: 503 } })
    render(<Goods />)
    await openSheet()
    await press('剩 50')
    expect(await screen.findByRole('alert')).toHaveTextContent('店里的机器没应声')
    expect(screen.getByRole('button', { name: '剩 5' })).toHaveAttribute('aria-pressed', 'true')
  })

  it('is offered for a single product', async () => {
    goods = [named('核桃', 1)]
    render(<Goods />)
    await press('更多')
    await press('剩多少提醒')
    expect(screen.getByRole('dialog', { name: '一样货剩多少，就提醒您' })).toBeInTheDocument()
  })

  it('is not offered to helpers with whom the settings are not shared', async () => {
    render(<Goods isShared={false} />)
    await press('更多')
    expect(screen.getByRole('button', { name: '排先后' })).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '剩多少提醒' })).toBeNull()
  })

  it('is offered below the settings to a helper who may change those, but no goods', async () => {
    const help = { ...sampleHelp({ purposes: ['settings'] }), expiresAt: Date.now() + 60_000 }
    const reload = () => Promise.resolve()
    render(<HelperDashboard shop={shop()} help={help} onShop={() => undefined} reload={reload} />)
    await press('一样货剩多少，就提醒您')
    await press('剩 10')
    await waitFor(() => expect(sent()).toMatchObject([{ lowStock: 10 }]))
  })
})
