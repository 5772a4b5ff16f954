import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { ShopExport } from '@/features/settings/shop-export'
import { failureWords } from '@/locales/failure'
import { settingsWords } from '@/locales/shop/settings'
import { fakeTaro, ok } from '../../support/components/taro'

const words = settingsWords.takeAlong
const SHOP_ID = '01M8PBBD92J5SJP0ZSZE95B4GE'
const LINK = { url: 'http://localhost/exports/x.zip', until: 1 }

const sent = () => fakeTaro.requests.filter(({ path }) => path === `/api/shops/${SHOP_ID}/exports`)

/** Answers the requests for an export one after the other. */
function answer(...replies: { status: number; body: object }[]) {
  fakeTaro.answerSignedIn(() => {
    return replies[Math.min(sent().length, replies.length) - 1] ?? null
  })
}

beforeEach(() => {
  fakeTaro.reset()
  document.execCommand = () => true
})

describe('ShopExport', () => {
  it('says how much of the file is made, and repeats the same request until it is finished', async () => {
    answer(ok({ ...LINK, progress: 35 }), ok(LINK))
    render(<ShopExport shopId={SHOP_ID} />)
    await userEvent.click(screen.getByRole('button', { name: words.copy }))
    expect(await screen.findAllByText(words.busy(35))).not.toHaveLength(0)
    expect(await screen.findByRole('status')).toHaveTextContent(words.says.copied)
    expect(new Set(sent().map(({ body }) => (body as { id: string }).id)).size).toBe(1)
    expect(sent()).toHaveLength(2)
  })

  it('says why no file is made', async () => {
    answer({ status: 503, body: { code: 'storage-full', status: 503 } })
    render(<ShopExport shopId={SHOP_ID} />)
    await userEvent.click(screen.getByRole('button', { name: words.copy }))
    expect(await screen.findByRole('status')).toHaveTextContent(failureWords['storage-full'])
  })
})
