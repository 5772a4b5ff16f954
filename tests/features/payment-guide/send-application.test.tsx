import { screen, within } from '@testing-library/react'
import { useApplicationDrafts } from '@/features/payment-guide/apply/application-draft-store'
import { idNumber } from '../../support/paper-numbers'
import { fill, fillMicro, open, openAndSend, reset, send, sent, server } from './apply-setup'
import { application, rights, shopId } from './sample-rights'

jest.mock('@/platform/media/photos', () => require('../../support/local-photos'))

beforeEach(reset)

describe('sending an application', () => {
  it('keeps everything when the request is lost, and repeats it', async () => {
    const answer = server.onPut
    server.onPut = () => null
    await openAndSend()
    expect(await screen.findByText(/^没连上/)).toBeInTheDocument()
    expect(screen.getByLabelText('姓名')).toHaveValue('申请人')
    server.onPut = answer
    await send()
    expect(await screen.findByText(/^微信在审/)).toBeInTheDocument()
    expect(sent()[1]).toEqual(sent()[0])
  })

  it('shows the application when only the reply is lost', async () => {
    const answer = server.onPut
    server.onPut = (request) => {
      answer(request)
      return null
    }
    await openAndSend()
    expect(await screen.findByText(/^微信在审/)).toBeInTheDocument()
    expect(sent()).toHaveLength(1)
  })

  it('shows the application when another phone has sent one', async () => {
    open()
    await fillMicro()
    server.shown = rights({ application: application() })
    server.onPut = () => ({ status: 409, body: { code: 'not-allowed-now', status: 409 } })
    await send()
    expect(await screen.findByText(/^微信在审/)).toBeInTheDocument()
  })

  it('marks the fields that the server rejects, until they are changed', async () => {
    server.onPut = () => ({
      status: 400,
      body: {
        ...{ code: 'bad-input', status: 400 },
        fields: [{ path: '/id/name', message: 'must be a name' }],
      },
    })
    await openAndSend()
    expect(await screen.findByText('有几处要改，已经标出来了。')).toBeInTheDocument()
    expect(screen.getByLabelText('姓名')).toHaveAttribute('aria-invalid', 'true')
    await fill('姓名', '申请人乙')
    expect(screen.getByLabelText('姓名')).not.toHaveAttribute('aria-invalid', 'true')
  })

  const refuse = (path: string, message: string) => {
    server.onPut = () => ({
      status: 400,
      body: { code: 'bad-input', status: 400, fields: [{ path, message }] },
    })
  }

  it.each(['', '/somewhere'])(
    'shows the message of WeChat Pay about a field "%s" that is not in the form',
    async (path) => {
      refuse(path, '商户简称不符合要求')
      await openAndSend()
      expect(await screen.findByText('商户简称不符合要求')).toBeInTheDocument()
      expect(screen.queryByText(/已经标出来了/)).toBeNull()
    },
  )

  it('shows a general message instead of one that is not for sellers', async () => {
    refuse('/licence', 'is wrong')
    await openAndSend()
    expect(await screen.findByText('有一处没填对，改一下再试。')).toBeInTheDocument()
  })

  it('shows the rejected application after WeChat Pay refused the papers', async () => {
    refuse('', '商户简称不符合要求')
    open()
    await fillMicro()
    server.shown = rights({
      application: application({ state: 'rejected', reasons: [{ text: '商户简称不符合要求' }] }),
    })
    await send()
    expect(await screen.findByText(/^微信把材料退回来了/)).toBeInTheDocument()
    expect(screen.getByLabelText('姓名')).toHaveValue('申请人')
  })

  it('marks the account card, the checkbox and the bank in place of a field that is not shown', async () => {
    open()
    await fillMicro()
    refuse('/account/kind', 'is wrong')
    await send()
    expect(await screen.findByText('选一个。')).toBeInTheDocument()
    expect(screen.getByRole('heading', { name: '收钱的银行账户' })).toHaveFocus()
    refuse('/id/until', '证件有效期不对')
    await send()
    const forever = await screen.findByRole('group', { name: '到哪天为止' })
    expect(within(forever).getByRole('alert')).toHaveTextContent('证件有效期不对')
    expect(forever).toHaveFocus()
    refuse('/account/bankName', '银行名称不对')
    await send()
    const bank = screen.getByRole('group', { name: '开户银行' })
    expect(await within(bank).findByText('银行名称不对')).toBeInTheDocument()
    expect(bank).toHaveFocus()
  })

  it('asks for another photo when one is rejected without a reason', async () => {
    refuse('/id/front', 'is wrong')
    await openAndSend()
    expect(await screen.findByText('这张照片不行，重拍一张。')).toBeInTheDocument()
  })

  it('moves the focus to the status once the application is sent', async () => {
    await openAndSend()
    expect(await screen.findByRole('heading', { name: '办到哪一步了' })).toHaveFocus()
  })

  it('reports that WeChat Pay cannot be reached, and can be repeated', async () => {
    const answer = server.onPut
    server.onPut = () => ({ status: 409, body: { code: 'payment-unavailable', status: 409 } })
    await openAndSend()
    expect(await screen.findByText(/^微信支付现在接不上。填的都在/)).toBeInTheDocument()
    server.onPut = answer
    await send()
    expect(await screen.findByText(/^微信在审/)).toBeInTheDocument()
  })

  it('shows the form again when WeChat did not receive the papers', async () => {
    server.onPut = () => {
      server.shown = rights({ application: application({ state: 'unsent' }) })
      return { status: 503, body: { code: 'unavailable', status: 503 } }
    }
    await openAndSend()
    expect(await screen.findByText(/^材料没送到微信/)).toBeInTheDocument()
    expect(screen.getByLabelText('姓名')).toHaveValue('申请人')
  })
})

describe('rejected application', () => {
  beforeEach(() => {
    server.shown = rights({
      application: application({
        state: 'rejected',
        reasons: [{ path: '/id/number', text: '和照片上的不一样' }],
      }),
    })
  })

  it('shows the draft of this phone with the reasons at the fields', async () => {
    useApplicationDrafts.getState().change(shopId, () => ({ texts: { '/id/number': idNumber(2) } }))
    open(undefined)
    expect(await screen.findByText('和照片上的不一样')).toBeInTheDocument()
    expect(screen.getByLabelText('身份证号')).toHaveValue(idNumber(2))
    expect(screen.queryByText(/^上次填的不在这部手机上/)).toBeNull()
    await fill('身份证号', idNumber(3))
    expect(screen.queryByText('和照片上的不一样')).toBeNull()
  })

  it('says on another phone that the form must be filled in again', async () => {
    open()
    expect(await screen.findByText('上次填的不在这部手机上，要重新填。')).toBeInTheDocument()
  })
})
