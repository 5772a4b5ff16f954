import { act, fireEvent, render, screen } from '@testing-library/react'
import { ConsentScreen, type StartedDraft } from '@/features/handover/consent/consent-screen'
import HelpPage from '@/pages/handover/help'
import { type Answer, fakeTaro, ok, type Request } from '../../support/components/taro'
import { HELP_ID, SHOP_ID, sampleHelp, TOWN } from './sample-help'

jest.mock('@/platform/media/photos', () => require('../../support/local-photos'))

const NEW_HELP_ID = '01J0000000000000000000000C'
const COUNTY = { code: '621221', name: '成县' }
const OTHER = { code: '621221105', name: '抛沙镇' }

const onResume = jest.fn()
const onDiscard = jest.fn()
const onConsent = jest.fn()

/** A server that knows the caller's roles and records consent by `recorded`. */
const server = (centres: object[], recorded: () => Answer | null) => (request: Request) => {
  if (request.path === '/api/me/roles')
    return ok({
      roles: centres.map((centre) => ({
        ...{ centre, county: COUNTY, since: 1 },
        role: centre === COUNTY ? 'county' : 'trainer',
      })),
    })
  if (request.path === `/api/centres/${TOWN.code}`)
    return ok({ centre: TOWN, county: COUNTY, role: 'county' })
  return recorded()
}

const sent = () => fakeTaro.requests.filter(({ method }) => method === 'PUT')
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const consented = () => ok(sampleHelp())

async function open(draft: Partial<StartedDraft> = {}, centreCode?: string) {
  await act(async () => {
    render(
      <ConsentScreen
        centreCode={centreCode}
        draft={{ shopId: SHOP_ID, isStarted: false, isRequestedAgain: false, person: undefined, ...draft }}
        onResume={onResume}
        onDiscard={onDiscard}
        onConsent={onConsent}
      />,
    )
  })
}

beforeEach(() => {
  fakeTaro.reset()
  for (const mock of [onResume, onDiscard, onConsent]) mock.mockReset()
})

describe('ConsentScreen', () => {
  it('records spoken consent with the name that the helper typed', async () => {
    fakeTaro.answerSignedIn(server([TOWN], consented))
    await open()
    expect(screen.getByText(/我是沙坝镇服务站的/)).toBeInTheDocument()
    fireEvent.input(screen.getByLabelText('怎么称呼本人'), { target: { value: ' 收货人 ' } })
    await press('本人说行')
    expect(sent()[0]?.path).toMatch(new RegExp(`^/api/centres/${TOWN.code}/helps/`))
    expect(sent()[0]?.body).toEqual({ shopId: SHOP_ID, consent: 'spoken', person: '收货人' })
    expect(onConsent).toHaveBeenCalledWith(expect.objectContaining({ centre: TOWN }), '收货人')
  })

  it('records consent that the person taps on a sheet, and nothing when the person declines', async () => {
    fakeTaro.answerSignedIn(server([TOWN], consented))
    await open()
    await press('让本人自己点')
    await press('先不开')
    expect(sent()).toEqual([])
    await press('让本人自己点')
    await press('我同意')
    expect(sent()[0]?.body).toEqual({ shopId: SHOP_ID, consent: 'tapped' })
  })

  it('repeats a lost request with the same id', async () => {
    let lost = true
    fakeTaro.answerSignedIn(
      server([TOWN], () => {
        const isLost = lost
        lost = false
        return isLost ? null : consented()
      }),
    )
    await open()
    await press('本人说行')
    expect(screen.getByRole('alert')).toHaveTextContent('没连上')
    await press('本人说行')
    expect(new Set(sent().map(({ path }) => path)).size).toBe(1)
    expect(onConsent).toHaveBeenCalledTimes(1)
  })

  it('says how many shops wait when the helper has too many', async () => {
    fakeTaro.answerSignedIn(
      server([TOWN], () => ({ status: 409, body: { code: 'help-quota', status: 409 } })),
    )
    await open()
    await press('本人说行')
    expect(screen.getByRole('alert')).toHaveTextContent('还有 20 家没交出去')
    expect(onConsent).not.toHaveBeenCalled()
  })

  it('asks for the centre when there are several, unless the address names one', async () => {
    fakeTaro.answerSignedIn(server([TOWN, OTHER], consented))
    await open()
    fireEvent.click(screen.getByRole('radio', { name: '抛沙镇服务站' }))
    expect(screen.getByText(/我是抛沙镇服务站的/)).toBeInTheDocument()
  })

  it('takes the centre of the address', async () => {
    fakeTaro.answerSignedIn(server([TOWN, OTHER], consented))
    await open({}, TOWN.code)
    expect(screen.getByText(/我是沙坝镇服务站的/)).toBeInTheDocument()
  })

  it('rejects a user without a role', async () => {
    fakeTaro.answerSignedIn(server([], consented))
    await open()
    expect(screen.getByText('这里是服务站的人用的')).toBeInTheDocument()
  })

  it('asks for confirmation before it discards the shop that was begun on the phone', async () => {
    fakeTaro.answerSignedIn(server([TOWN], consented))
    await open({ isStarted: true })
    await press('接着开那一家')
    expect(onResume).toHaveBeenCalled()
    await press('丢掉它，帮人开新的')
    await press('丢掉')
    expect(onDiscard).toHaveBeenCalledTimes(1)
    expect(screen.getByRole('button', { name: '本人说行' })).toBeInTheDocument()
  })

  it.each([
    ['收货人', '给收货人开的店还没开完'],
    ['', '替人开的店还没开完'],
  ])('does not continue the shop that was begun for 「%s」 with the next person', async (person, title) => {
    fakeTaro.answerSignedIn(server([TOWN], consented))
    await open({ isStarted: true, person })
    expect(screen.getByText(title)).toBeInTheDocument()
    await press('丢掉它，帮人开新的')
    await press('丢掉')
    expect(onDiscard).toHaveBeenCalledTimes(1)
    expect(screen.getByLabelText('怎么称呼本人')).toHaveValue('')
  })

  it('asks the same person again when the consent has expired', async () => {
    fakeTaro.answerSignedIn(server([TOWN], consented))
    await open({ isStarted: true, isRequestedAgain: true, person: '收货人' })
    expect(screen.getByLabelText('怎么称呼本人')).toHaveValue('收货人')
  })

  it('records the consent of county staff in the town of the address', async () => {
    fakeTaro.answerSignedIn(server([COUNTY], consented))
    await open({}, TOWN.code)
    expect(await screen.findByText(/我是沙坝镇服务站的/)).toBeInTheDocument()
    await press('本人说行')
    expect(sent()[0]?.path).toMatch(new RegExp(`^/api/centres/${TOWN.code}/helps/`))
  })

  it('asks for the consent on behalf of the county when the address names no town of it', async () => {
    fakeTaro.answerSignedIn(server([COUNTY], consented))
    await open({}, '621299101')
    expect(screen.getByText(/我是成县服务站的/)).toBeInTheDocument()
  })
})

describe('HelpPage', () => {
  const begun = { shopId: SHOP_ID, trade: 'nuts', help: { id: HELP_ID, person: '收货人' } }
  const openPage = (params: Record<string, string>) => {
    fakeTaro.answerSignedIn(server([TOWN], () => ok(sampleHelp({ id: NEW_HELP_ID }))))
    fakeTaro.params(params)
    fakeTaro.storage.set(
      'wizard-draft',
      JSON.stringify(JSON.stringify({ state: { draft: begun, spent: 0 }, version: 0 })),
    )
    return act(async () => void render(<HelpPage />))
  }
  const stored = () => JSON.parse(JSON.parse(fakeTaro.storage.get('wizard-draft') ?? '""')).state.draft

  it('asks for confirmation before it replaces the shop of another person', async () => {
    await openPage({ centre: TOWN.code })
    expect(screen.getByText('给收货人开的店还没开完')).toBeInTheDocument()
    await press('丢掉它，帮人开新的')
    await press('丢掉')
    await press('本人说行')
    expect(sent()[0]?.body).not.toMatchObject({ shopId: SHOP_ID })
    expect(stored()).toMatchObject({ trade: null, help: { person: '', centre: TOWN.code } })
  })

  it('continues with the same shop after the consent has expired', async () => {
    await openPage({ again: HELP_ID })
    await press('本人说行')
    expect(sent()[0]?.body).toMatchObject({ shopId: SHOP_ID, person: '收货人' })
    expect(stored()).toMatchObject({
      ...begun,
      help: { id: NEW_HELP_ID, person: '收货人', centre: TOWN.code },
    })
    expect(fakeTaro.navigations).toEqual([{ by: 'redirectTo', url: '/pages/wizard/open' }])
    expect(screen.queryByText('给收货人开的店还没开完')).toBeNull()
  })

  it('asks for confirmation when the address names the help of another shop', async () => {
    await openPage({ again: NEW_HELP_ID })
    expect(screen.getByText('给收货人开的店还没开完')).toBeInTheDocument()
  })
})
