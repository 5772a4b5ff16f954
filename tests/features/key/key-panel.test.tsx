import { act, fireEvent, render, screen } from '@testing-library/react'
import { KeyPanel } from '@/features/key/key-panel'
import { useSavedKeys } from '@/platform/storage/saved-keys'
import { fakeTaro, ok } from '../../support/components/taro'

let mockSaves: boolean | Error = true
jest.mock('@/platform/media/card', () => ({
  openCard: async () => ({
    pen: new Proxy({}, { get: () => () => ({ width: 10 }), set: () => true }),
    finish: async () => 'data:card',
  }),
  saveCard: async () => {
    if (mockSaves instanceof Error) throw mockSaves
    return mockSaves
  },
}))

const KEY = 'ABCD-EFGH-JKMN-PQRS-TVWX'
const shop = { shopId: '01J0000000000000000000000A', shopName: '小店', slug: 'abc123' }
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))

beforeEach(() => {
  fakeTaro.reset()
  mockSaves = true
  useSavedKeys.setState({ saved: {} })
})

describe('KeyPanel', () => {
  it('hides the key until it is revealed', async () => {
    render(<KeyPanel {...shop} initialKey={KEY} />)
    expect(screen.queryByText(/ABCD/)).toBeNull()
    await press('看一眼')
    expect(screen.getByText('ABCD-EFGH-JKMN')).toBeInTheDocument()
  })

  it('marks the key as saved when the owner wrote it down, until a new key is made', async () => {
    const onSaved = jest.fn()
    render(<KeyPanel {...shop} initialKey={KEY} onSaved={onSaved} />)
    expect(useSavedKeys.getState().saved).toEqual({})
    await press('记好了')
    expect(useSavedKeys.getState().saved).toEqual({ [shop.shopId]: true })
    expect(onSaved).toHaveBeenCalledTimes(1)
    expect(screen.queryByRole('button', { name: '记好了' })).toBeNull()
    act(() => useSavedKeys.getState().remove(shop.shopId))
    expect(screen.getByRole('button', { name: '记好了' })).toBeInTheDocument()
  })

  it('marks the key as saved only when the phone confirms it', async () => {
    const onSaved = jest.fn()
    render(<KeyPanel {...shop} initialKey={KEY} onSaved={onSaved} />)
    mockSaves = new Error('no canvas')
    await press('存钥匙')
    expect(screen.getByText('没画成，请再点一次。')).toBeInTheDocument()
    mockSaves = false
    await press('存钥匙')
    expect(screen.getByText('长按图片，存到手机')).toBeInTheDocument()
    expect(onSaved).not.toHaveBeenCalled()
    await press('关上')
    mockSaves = true
    await press('存钥匙')
    expect(onSaved).toHaveBeenCalledTimes(1)
  })

  it('makes a new key after one confirmation and retries with the same id', async () => {
    let lost = 1
    fakeTaro.answerSignedIn(() => {
      if (lost-- > 0) return null
      return ok({ key: KEY })
    })
    render(<KeyPanel {...shop} />)
    await press('换一把新钥匙')
    expect(fakeTaro.requests).toHaveLength(0)
    await press('换新的')
    expect(screen.getByText('没连上，看看手机有没有网，再试一次。')).toBeInTheDocument()
    await press('换一把新钥匙')
    await press('换新的')
    const posts = fakeTaro.requests.filter(({ path }) => path.endsWith('/key')).map(({ body }) => body)
    expect(posts).toHaveLength(2)
    expect(posts[0]).toEqual(posts[1])
    expect(screen.getByRole('button', { name: '存钥匙' })).toBeInTheDocument()
  })
})
