import { act, screen } from '@testing-library/react'
import { addDays } from '@/domain/day'
import { useHints } from '@/features/today/hints'
import { useSavedKeys } from '@/platform/storage/saved-keys'
import {
  everything,
  HOUR_MS,
  last,
  newShop,
  opened,
  press,
  quiet,
  resetToday,
  settled,
  show,
} from './shown-today'

beforeEach(resetToday)
afterEach(() => jest.restoreAllMocks())

describe('hint', () => {
  const key = '小店钥匙还没存好'
  const hintText = () => document.querySelector('.hint-line__text')?.textContent
  const silent = () => newShop({ phone: undefined, place: undefined })
  const laterBy = (count: number) =>
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + count * 24 * HOUR_MS)

  it('is one at a time, the key first, below the sales', () => {
    show(quiet, silent())
    expect(hintText()).toBe(key)
    const sales = screen.getByRole('button', { name: /^今天卖了/ })
    expect(sales.compareDocumentPosition(screen.getByText(key))).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
    expect(screen.queryByText('还没写店里电话')).toBeNull()
  })

  it('is not followed by another on the day on which it was put off', async () => {
    const here = silent()
    const { unmount } = show(quiet, here)
    await press(`以后再说，${key}`)
    expect(hintText()).toBeUndefined()
    unmount()
    laterBy(1)
    show(quiet, here)
    expect(hintText()).toBe('还没写店里电话')
  })

  it('is not followed by another on the day on which it was handled', () => {
    const here = silent()
    const { update } = show(quiet, here)
    act(() => useSavedKeys.getState().add(here.id))
    expect(hintText()).toBeUndefined()
    act(() => useSavedKeys.getState().remove(here.id))
    expect(hintText()).toBe(key)
    act(() => useSavedKeys.getState().add(here.id))
    laterBy(1)
    update({ ...quiet })
    expect(hintText()).toBe('还没写店里电话')
  })

  it('comes again some days after it was put off', async () => {
    const here = newShop()
    show(quiet, here).unmount()
    useHints.getState().change(here.id, { putOff: { key: addDays(last, -6) } })
    const { unmount } = show(quiet, here)
    expect(hintText()).toBeUndefined()
    unmount()
    laterBy(1)
    show(quiet, here)
    expect(hintText()).toBe(key)
  })

  it('waits while many things are to do', () => {
    show(everything, silent())
    expect(hintText()).toBeUndefined()
  })

  it.each([
    ['去存', key, quiet, {}, 'key'],
    ['写电话', '还没写店里电话', quiet, { phone: undefined }, 'storefront'],
    ['写上', '您的店在哪个村？', quiet, { place: undefined }, 'storefront'],
    ['去看看', '歇业中，您开了才再接单', quiet, { closedUntil: '9999-12-31' }, 'closure'],
  ] as const)(
    '%s opens the page of the settings that concerns it: %s',
    async (action, text, today, more, part) => {
      const here = text === key ? newShop(more) : settled(more)
      show(today, here)
      await press(`${action}，${text}`)
      expect(opened()).toEqual([`/pages/merchant/settings?shop=${here.id}&part=${part}`])
    },
  )

  let visits = 0
  it.each([
    ['去开', '关了这一页，来单就不知道', { unreachable: true }],
    ['去加', '微信只能再提醒您 2 次', { remainingAlerts: 2 }],
    ['去加', '来了单，微信不再提醒您了', { remainingAlerts: 0 }],
  ])('%s leads to the alerts: %s', async (action, text, more) => {
    // the page was opened by the test before, and is opened again only some time after
    visits += 1
    laterBy(visits)
    const { unmount } = show({ ...quiet, ...more })
    await press(`${action}，${text}`)
    expect(opened()).toEqual(['/pages/merchant/alerts'])
    unmount()
    show({ ...quiet, ...more }, settled({ practiceUntil: Date.now() + 1 }))
    expect(hintText()).toBeUndefined()
  })
})
