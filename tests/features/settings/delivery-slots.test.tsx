import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { DEFAULT_SLOT_RULE } from '@/domain/order/delivery-slot'
import type { ManagedShop } from '@/domain/shop/shop'
import { DeliverySlotsFields } from '@/features/settings/delivery-slots-fields'
import { toggleWeekday } from '@/features/settings/delivery-slots-form'
import { SaveBar } from '@/features/settings/save-bar'
import { useSettingsDrafts } from '@/features/settings/settings-draft-store'
import { partRules } from '@/features/settings/settings-parts'
import { useSettings } from '@/features/settings/use-settings'
import { fakeTaro } from '../../support/components/taro'
import { chooseOption, openOptions, optionRow } from './choose-option'
import { shop } from './sample-shop'

type Sent = Partial<ManagedShop> & { version: number }
const sent = () => fakeTaro.requests.filter(({ method }) => method === 'PUT').map(({ body }) => body as Sent)

function Fields({ first }: { first: ManagedShop }) {
  const [now, setNow] = useState(first)
  const settings = useSettings(now, partRules.days.fields, setNow)
  return (
    <>
      <DeliverySlotsFields kind="local" settings={settings} />
      <SaveBar settings={settings} />
    </>
  )
}

beforeEach(() => {
  fakeTaro.reset()
  useSettingsDrafts.setState({ drafts: {} })
  fakeTaro.answer(({ path, body }) => {
    if (path === '/api/sessions') return { status: 200, body: { token: 't', accountId: 'a' } }
    const { version, ...settings } = body as Sent
    return { status: 200, body: { ...shop(), ...settings, version: version + 1 } }
  })
})

async function save() {
  await userEvent.click(screen.getByRole('button', { name: '存好' }))
  await waitFor(() => expect(screen.queryByRole('button', { name: '存好' })).toBeNull())
}

describe('DeliverySlotsFields', () => {
  it('is off at first, and offers every day with one tap', async () => {
    render(<Fields first={shop()} />)
    expect(optionRow('买家下单时选日子')).toHaveTextContent('不选')
    await chooseOption('买家下单时选日子', '选哪一天')
    await save()
    expect(sent()[0]?.deliverySlots).toEqual({ local: DEFAULT_SLOT_RULE })
  })

  it('saves half days, weekdays, the cut-off and the number of orders', async () => {
    render(<Fields first={shop({ deliverySlots: { pickup: DEFAULT_SLOT_RULE } })} />)
    await chooseOption('买家下单时选日子', '再分上午下午')
    const weekdays = await openOptions('哪几天送')
    for (const day of ['周一', '周三', '周日'])
      await userEvent.click(weekdays.getByRole('button', { name: day }))
    await userEvent.click(screen.getByRole('button', { name: '好了' }))
    expect(optionRow('哪几天送')).toHaveTextContent('周二周四周五周六')
    await chooseOption('下单到什么时候为止', '当天 8 点')
    await chooseOption('最远能选几天以后', '14 天')
    await chooseOption('上午、下午各最多几单', '10 单')
    await save()
    expect(sent()[0]?.deliverySlots).toEqual({
      local: {
        weekdays: [2, 4, 5, 6],
        halfDays: true,
        cutOff: { daysBefore: 0, hour: 8 },
        daysAhead: 14,
        places: 10,
      },
      pickup: DEFAULT_SLOT_RULE,
    })
  })

  it.each(['当天 15 点', '当天 17 点', '当天 18 点'])('accepts orders for a day until %s', async (cutOff) => {
    render(<Fields first={shop({ deliverySlots: { local: DEFAULT_SLOT_RULE } })} />)
    await chooseOption('下单到什么时候为止', cutOff)
    await save()
    const hour = Number(/\d+/.exec(cutOff)?.[0])
    expect(sent()[0]?.deliverySlots?.local?.cutOff).toEqual({ daysBefore: 0, hour })
  })

  it('saves a typed number of orders', async () => {
    render(<Fields first={shop({ deliverySlots: { local: DEFAULT_SLOT_RULE } })} />)
    await chooseOption('一天最多几单', '别的数')
    await userEvent.type(screen.getByLabelText('最多几单'), '35')
    await userEvent.click(screen.getByRole('button', { name: '好了' }))
    expect(optionRow('一天最多几单')).toHaveTextContent('35 单')
    await save()
    expect(sent()[0]?.deliverySlots).toEqual({ local: { ...DEFAULT_SLOT_RULE, places: 35 } })
  })

  it.each(['0', '1000'])('reports %s orders as invalid and does not save', async (places) => {
    render(<Fields first={shop({ deliverySlots: { local: DEFAULT_SLOT_RULE } })} />)
    await chooseOption('一天最多几单', '别的数')
    await userEvent.type(screen.getByLabelText('最多几单'), places)
    expect(screen.getByRole('alert')).toHaveTextContent('最多几单写 1 到 999 的整数')
    await userEvent.click(screen.getByRole('button', { name: '好了' }))
    expect(optionRow('一天最多几单')).toHaveTextContent('最多几单写 1 到 999 的整数')
    await userEvent.click(screen.getByRole('button', { name: '存好' }))
    expect(screen.getByRole('status')).toHaveTextContent('最多几单写 1 到 999 的整数')
    expect(sent()).toEqual([])
    await chooseOption('一天最多几单', '不限')
    expect(optionRow('一天最多几单')).not.toHaveTextContent('整数')
  })

  it('turns the delivery days off again', async () => {
    render(<Fields first={shop({ deliverySlots: { local: { ...DEFAULT_SLOT_RULE, places: 7 } } })} />)
    expect(optionRow('一天最多几单')).toHaveTextContent('7 单')
    await chooseOption('买家下单时选日子', '不选')
    await save()
    expect(sent()[0]?.deliverySlots).toEqual({})
  })

  it('sends nothing when delivery days are turned on and off again', async () => {
    render(<Fields first={shop()} />)
    await chooseOption('买家下单时选日子', '选哪一天')
    await chooseOption('买家下单时选日子', '不选')
    expect(screen.queryByRole('button', { name: '存好' })).toBeNull()
  })
})

describe('toggleWeekday', () => {
  it('keeps the last selected weekday', () => {
    const rule = { ...DEFAULT_SLOT_RULE, weekdays: [3], places: '' }
    expect(toggleWeekday(rule, 3).weekdays).toEqual([3])
    expect(toggleWeekday(rule, 1).weekdays).toEqual([1, 3])
  })
})
