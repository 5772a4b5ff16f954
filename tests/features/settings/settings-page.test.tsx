import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Help } from '@/contract/shop/helps'
import { useSettingsDrafts } from '@/features/settings/settings-draft-store'
import { settingsRowsWords } from '@/locales/shop/settings-rows'
import SettingsPage from '@/pages/merchant/settings'
import { fakeTaro } from '../../support/components/taro'
import { shop, shopId } from './sample-shop'

const { titles } = settingsRowsWords
let help: Pick<Help, 'purposes'> | undefined

function open(part: string) {
  fakeTaro.params({ shop: shopId, part })
  render(<SettingsPage />)
}
const seeTitle = (name: string) => screen.findByRole('heading', { name, level: 1 })

beforeEach(() => {
  fakeTaro.reset()
  help = undefined
  useSettingsDrafts.setState({ drafts: {} })
  fakeTaro.answer(({ path, method, body }) => {
    if (path === '/api/sessions') return { status: 200, body: { token: 't', accountId: 'a' } }
    if (method === 'PUT') return { status: 200, body: { ...shop(), ...(body as object), version: 6 } }
    return { status: 200, body: { shop: shop(), ...(help ? { help } : {}) } }
  })
})

describe('SettingsPage', () => {
  it('opens the page of its address, saves it and shows what was saved', async () => {
    open('delivery')
    expect(await seeTitle(titles.delivery)).toBeVisible()
    await userEvent.type(screen.getByLabelText('在哪里自提'), '村口')
    await userEvent.click(screen.getByRole('button', { name: '存好' }))
    await waitFor(() => expect(screen.queryByRole('button', { name: '存好' })).toBeNull())
    expect(screen.getByLabelText('在哪里自提')).toHaveValue('村口')
  })

  it.each(['key', 'payments', 'nonsense', ''])(
    'opens for a helper, instead of "%s", the first page that she may change',
    async (part) => {
      help = { purposes: ['settings'] }
      open(part)
      expect(await seeTitle(titles.storefront)).toBeVisible()
    },
  )
})
